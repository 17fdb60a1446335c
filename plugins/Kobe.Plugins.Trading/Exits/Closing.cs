using Kobe.Contracts;
using Kobe.Desk.Orders;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>Closes positions through the door and says what came of it.</summary>
internal static class Closing
{
    /// <summary>Closes the symbols by the protocol of flattening.</summary>
    /// <param name="run">The attempt.</param>
    /// <param name="reasons">The symbols, each with the reason.</param>
    /// <param name="evidence">What can be shown besides.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<TaskResult> DoAsync(
        TradingRun run, IReadOnlyList<(string Symbol, string Why)> reasons, Evidence evidence,
        CancellationToken cancellation)
    {
        foreach (var (symbol, why) in reasons)
        {
            run.Context.Log.Information($"{symbol} is closed: {why}");
        }

        string[] symbols = [.. reasons.Select(one => one.Symbol).Distinct(StringComparer.Ordinal)];
        var results = symbols.Length == 0
            ? []
            : await run.Desk.Door.FlattenAsync(run.Context.Key, run.Context.Task, symbols, cancellation);
        return Result(run, results, reasons, evidence);
    }

    /// <summary>What came of closing or selling in part.</summary>
    public static TaskResult Result(
        TradingRun run, IReadOnlyList<FlattenResult> results, IReadOnlyList<(string Symbol, string Why)> reasons,
        Evidence evidence)
    {
        evidence = evidence.WithCount("closed", results.Count(one => one.End == FlattenEnd.Flat))
            .WithCount("closing", results.Count(one => one.End == FlattenEnd.Closing))
            .WithCount("not_now", results.Count(one => one.End == FlattenEnd.NotNow));
        foreach (var result in results)
        {
            var why = reasons.FirstOrDefault(one => one.Symbol == result.Symbol).Why;
            evidence = evidence.WithId(result.End.ToString().ToLowerInvariant(),
                $"{result.Symbol}: {why}. {result.Text}");
        }

        var failed = results.Where(one => one.End == FlattenEnd.Failed).ToList();
        if (failed.Count == 0)
        {
            return new TaskResult.Succeeded(evidence);
        }

        var text = string.Join(" ", failed.Select(one => one.Text));
        run.Context.Notify(Urgency.Critical, run.Label + text);
        return new TaskResult.Failed(text);
    }

    /// <summary>Whether a symbol of the list is held and no closing order of it works: something is left to
    /// do.</summary>
    public static async Task<bool> RemainsAsync(TradingRun run, CancellationToken cancellation)
    {
        var open = await run.OpenOrdersAsync(cancellation);
        return (await run.PositionsAsync(cancellation)).Any(position => !open.Any(order =>
            order.Symbol == position.Symbol && order.Type == Kobe.Desk.Brokers.OrderType.Market));
    }
}
