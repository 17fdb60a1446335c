using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>Names the symbols that made a new high or low of many sessions on the last one.</summary>
[Handler("marketdata.extremes", Arguments = typeof(ExtremesArguments),
    About = "Symbols whose last session made a new high or low of many sessions.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class ExtremesHandler : ITaskHandler
{
    internal const string FactName = "extremes.last";

    private const int TellMax = 200;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Find(context, context.Arguments<ExtremesArguments>()));

    /// <summary>1 for a new high of the last bar, −1 for a new low, 0 for neither or both; null with too few
    /// bars.</summary>
    internal static int? Side(ReadOnlySpan<Bar> bars, int sessions)
    {
        if (bars.Length < sessions)
        {
            return null;
        }

        var (highest, lowest) = (double.MinValue, double.MaxValue);
        foreach (ref readonly var bar in bars[^sessions..^1])
        {
            (highest, lowest) = (Math.Max(highest, bar.High), Math.Min(lowest, bar.Low));
        }

        return (bars[^1].High > highest ? 1 : 0) - (bars[^1].Low < lowest ? 1 : 0);
    }

    private static TaskResult Find(TaskContext context, ExtremesArguments arguments)
    {
        if (arguments.Sessions is < 2 or > 2520)
        {
            return new TaskResult.Fatal($"sessions is {arguments.Sessions}: it is 2 to 2520.");
        }

        var desk = DeskSession.Of(context);
        var sides = desk.Symbols
            .Select(symbol => (Symbol: symbol, Side: Side(desk.Daily(symbol).All, arguments.Sessions)))
            .Where(one => one.Side is not null).ToList();
        if (sides.Count == 0)
        {
            return new TaskResult.Skipped($"no symbol has {arguments.Sessions} stored sessions yet");
        }

        var highs = sides.Where(one => one.Side > 0).Select(one => one.Symbol).ToList();
        var lows = sides.Where(one => one.Side < 0).Select(one => one.Symbol).ToList();
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", sides.Count).WithCount("highs", highs.Count)
                .WithCount("lows", lows.Count),
            Fact.Of(arguments.Fact, new
            {
                desk.LastComplete()!.Date,
                arguments.Sessions,
                Highs = highs.Take(TellMax),
                Lows = lows.Take(TellMax),
                Synthetic = desk.Source.IsSynthetic,
            }));
    }
}
