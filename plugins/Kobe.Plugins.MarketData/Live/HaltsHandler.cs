using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Finds symbols that have stopped trading, and the market's own circuit breakers.</summary>
[Handler("marketdata.halts", Arguments = typeof(HaltsArguments),
    About = "Finds symbols without a trade for minutes, and the market's circuit breakers.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class HaltsHandler : ITaskHandler
{
    internal const string FactName = "halts.today";

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<HaltsArguments>();
        if (arguments.Gap < TimeSpan.FromMinutes(2))
        {
            return new TaskResult.Fatal("gap is at least 2m: thinly traded shares have minutes without a trade.");
        }

        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope);
        if (desk.OpenNow() is not { } session || watched.Nothing is not null)
        {
            return new TaskResult.Skipped(watched.Nothing ?? "the market is closed");
        }

        if (desk.Now - session.Open < arguments.Gap)
        {
            return new TaskResult.Skipped("the market has not been open for long enough to tell");
        }

        var halted = new List<string>();
        foreach (var symbol in watched.Symbols)
        {
            var minutes = await desk.TodayAsync(symbol, cancellation);
            if (DataFreshness.Age(minutes, session.Open, desk.Now) >= arguments.Gap)
            {
                halted.Add(symbol);
            }
        }

        var fact = await WholeAsync(desk, session, halted, arguments.Gap, cancellation);
        Tell(context, arguments.Fact, fact);
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", watched.Symbols.Count).WithCount("halted", halted.Count)
                .WithCount("level", fact.Level),
            Fact.Of(arguments.Fact, fact));
    }

    private static async Task<Halts> WholeAsync(
        DeskSession desk, Core.Markets.Session session, List<string> halted, TimeSpan gap,
        CancellationToken cancellation)
    {
        var index = await desk.TodayAsync(desk.Source.Index, cancellation);
        var share = index.Count > 0 && desk.CloseBefore(desk.Source.Index, desk.Today) is { } close
            ? (index[^1].Close / close) - 1 : 0;
        var level = Halts.LevelOf(share);
        var isStill = DataFreshness.Age(index, session.Open, desk.Now) >= gap;
        return new(desk.Now, halted, level > 0 || isStill, level, Prices.Rounded(share));
    }

    // What was told the last time is no news.
    private static void Tell(TaskContext context, string name, Halts now)
    {
        var before = context.Facts.Find(name)?.As<Halts>();
        var isOld = before is null || before.At < now.At.AddHours(-12);
        foreach (var symbol in now.Halted.Except(isOld ? [] : before!.Halted))
        {
            context.Discover(new("halt", $"{symbol} does not trade."));
        }

        if (now.Market && (isOld || !before!.Market))
        {
            context.Notify(Urgency.Critical, now.Level > 0
                ? FormattableString.Invariant(
                    $"Circuit breaker level {now.Level}: the index is {100 * now.IndexShare:0.0} % below its close.")
                : "The index does not trade: the market may be halted.");
        }
    }
}
