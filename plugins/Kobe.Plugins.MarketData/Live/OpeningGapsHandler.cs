using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Measures how far each symbol opened from its close before, splits and dividends taken off.</summary>
[Handler("marketdata.opening_gaps", Arguments = typeof(OpeningGapsArguments),
    About = "Measures the gap of each symbol between the close before and today's open.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class OpeningGapsHandler : ITaskHandler
{
    internal const string FactName = "gaps.open";

    private const int TellMax = 200;
    private const int VolumeSessions = 20;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<OpeningGapsArguments>();
        if (!(arguments.Min >= 0))
        {
            return new TaskResult.Fatal($"min is {arguments.Min}: it is at least 0.");
        }

        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope);
        if (watched.Nothing is { } nothing)
        {
            return new TaskResult.Skipped(nothing);
        }

        var all = new List<Line>();
        foreach (var symbol in watched.Symbols)
        {
            var minutes = await desk.TodayAsync(symbol, cancellation);
            if (minutes.Count > 0 && desk.CloseBefore(symbol, desk.Today) is { } close)
            {
                var usual = desk.MeanVolume(symbol, VolumeSessions);
                all.Add(new(
                    symbol, Prices.Rounded((minutes[0].Open / close) - 1),
                    usual > 0 ? Prices.Rounded(Prices.Volume(minutes.All) / usual) : 0));
            }
        }

        if (all.Count == 0)
        {
            return new TaskResult.Skipped("no symbol has traded today and has a stored close before");
        }

        var told = all.Where(one => Math.Abs(one.Share) * 100 >= arguments.Min)
            .OrderByDescending(one => Math.Abs(one.Share)).ThenBy(one => one.Symbol, StringComparer.Ordinal).ToList();
        var path = DeskFile.At(desk, "gaps", DeskFile.Name(desk.Today), $"{arguments.Fact}.json");
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", all.Count).WithCount("gaps", told.Count)
                .WithOutput(DeskFile.WriteTable(desk, path, all)),
            Fact.Of(arguments.Fact, new
            {
                Date = desk.Today,
                Gaps = told.Take(TellMax),
                Synthetic = desk.Source.IsSynthetic,
            }));
    }

    internal sealed record Line(string Symbol, double Share, double RelativeVolume);
}
