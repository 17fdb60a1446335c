using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Regimes;

/// <summary>What kind of market it is, and how much may be at risk in it.</summary>
[Handler("research.regime", Arguments = typeof(RegimeArguments),
    About = "Judges the market from index and breadth: bull, bear, neutral or chop, how sure, how much exposure.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class RegimeHandler : ITaskHandler
{
    private const string FactName = "regime.today";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Judge(context, DeskSession.Of(context), context.Arguments<RegimeArguments>()));
    }

    private static TaskResult Judge(TaskContext context, DeskSession desk, RegimeArguments rule)
    {
        if (rule is not { ChopAdx: > 0, WildShare: > 0 and <= 1 })
        {
            return new TaskResult.Fatal("chop_adx is above 0, wild_share above 0 and at most 1.");
        }

        var index = desk.Daily(desk.Source.Index);
        if (index.Count < MarketSigns.BarsMin)
        {
            return new TaskResult.Skipped(
                $"{desk.Source.Index} has {index.Count} daily bars, {MarketSigns.BarsMin} are needed: run "
                + "marketdata.daily_bars.");
        }

        var symbols = Scope.Bars(desk, Scope.Of(context, desk, Scope.Universe));
        var signs = MarketSigns.Of(index, symbols);
        var found = RegimeRule.Of(signs, rule);
        var last = context.Facts.Find(FactName)?.As<RegimeToday>();
        var today = new RegimeToday(
            Told.Date(desk.Today), found.Kind.ToString(), found.Confidence, found.ExposureCap, desk.Source.Index,
            Figure.Of(signs.Breadth, 3), Figure.Of(signs.Volatility, 4));
        if (last is not null && last.Regime != today.Regime)
        {
            Told.Find(
                context, desk, "regime", $"The market turned from {last.Regime} to {today.Regime}.",
                $"Confidence {today.Confidence}; at most {Told.Percent(today.ExposureCap)} of equity in positions.");
        }

        var output = ResearchFile.Write(desk, "regime.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            today,
            toSma50 = Figure.Of(signs.ToSma50),
            toSma200 = Figure.Of(signs.ToSma200),
            slope50 = Figure.Of(signs.Slope50),
            return20 = Figure.Of(signs.Return20),
            adx = Figure.Of(signs.Adx, 2),
            volatilityPlace = Figure.Of(signs.VolatilityPlace, 3),
        });
        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("bars", index.Count).WithCount("symbols", symbols.Count)
                .WithId("regime", today.Regime),
            Fact.Of(FactName, today));
    }
}
