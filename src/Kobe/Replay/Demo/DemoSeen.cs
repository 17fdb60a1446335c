using Kobe.Core.Runs;
using Kobe.Replay.Desk;

namespace Kobe.Replay.Demo;

/// <summary>What of the demo's incidents really happened, by the journal and the desk's own orders.</summary>
internal sealed class DemoSeen(DemoScript script)
{
    /// <summary>The row that looks for old prices, and the fact that says which symbols have them.</summary>
    public const string Freshness = "data.freshness";

    private readonly List<RunEvent> _events = [];

    /// <summary>Rows that open positions begin with one of these.</summary>
    public static bool IsEntry(string task) => !task.EndsWith("_block", StringComparison.Ordinal)
        && (task.StartsWith("entries.", StringComparison.Ordinal) || task.StartsWith("entry.", StringComparison.Ordinal)
            || task == "power_hour.entries");

    /// <summary>Which symbols a run found to have old prices; null when it did not look.</summary>
    public static string? StaleIn(RunEvent.Ended ended)
    {
        foreach (var fact in ended.Payload?.Facts.Where(fact => fact.Name == Freshness) ?? [])
        {
            using var value = System.Text.Json.JsonDocument.Parse(fact.Value.Value);
            return value.RootElement.TryGetProperty("stale", out var stale) ? string.Join(
                ' ', stale.EnumerateArray().Select(symbol => symbol.ToString())) : null;
        }

        return null;
    }

    /// <summary>Takes the journal's next event, if it belongs to an incident.</summary>
    public void Take(RunEvent what) => _events.Add(what);

    /// <summary>Each incident, whether it went as it should, and what was seen of it.</summary>
    public IEnumerable<(string Name, bool Went, string What)> Judge(DeskDay? desk)
    {
        yield return Stale(desk);
        yield return Thrown();
        yield return Hung();
        yield return Unclear(desk);
        yield return Halted();
    }

    private (string, bool, string) Stale(DeskDay? desk)
    {
        var found = Ends(Freshness).Count(ended => StaleIn(ended) is { Length: > 0 });
        var tried = _events.Count(what => what is RunEvent.Started started && IsEntry(started.Key.Task)
            && IsIn(started.At, script.FeedStops, script.FeedGoesOn));
        var sent = desk?.Orders.Count(order => order.WasSent && order.Side == "buy"
            && order.At >= script.FeedStops.AddMinutes(3) && order.At < script.FeedGoesOn) ?? 0;
        return ("stale prices block entries", found > 0 && tried > 0 && sent == 0,
            $"{found} looks found old prices, entries were tried {tried} times, {sent} went out");
    }

    private (string, bool, string) Thrown()
    {
        var ends = Ends(DemoScript.Throws).Select(ended => ended.Result).ToList();
        return ("a handler that throws recovers by its backoff",
            ends is [RunResult.Failed, RunResult.Failed, RunResult.Succeeded],
            string.Join(", ", ends).ToLowerInvariant());
    }

    private (string, bool, string) Hung()
    {
        var ends = Ends(DemoScript.Hangs).ToList();
        return ("a handler that hangs is killed",
            ends is [{ Crashed: true, Result: RunResult.Unknown }, { Result: RunResult.Succeeded }],
            string.Join(", ", ends.Select(ended =>
                $"{ended.Result} after {ended.DurationMs / 1000.0:0.0} s{(ended.Crashed ? ", killed" : "")}"))
                .ToLowerInvariant());
    }

    private static (string, bool, string) Unclear(DeskDay? desk)
    {
        const string Name = "an order with an unclear answer is not sent twice";
        if (desk?.Orders.FirstOrDefault(order => order.Why.Contains("asked by its id", StringComparison.Ordinal))
            is not { } first)
        {
            return (Name, false, "no order met the fault");
        }

        var twins = desk.Orders.Count(order => order.WasSent && order.Key == first.Key
            && order.Symbol == first.Symbol && order.Side == first.Side);
        return (Name, twins == 1, $"{first.Side} {first.Quantity} {first.Symbol}: {twins} order, {first.State}. "
            + first.Why);
    }

    private (string, bool, string) Halted()
    {
        var skipped = _events.OfType<RunEvent.Closed>().Count(closed => IsEntry(closed.Key.Task)
            && closed.Reason.Contains("halted", StringComparison.OrdinalIgnoreCase));
        var after = _events.OfType<RunEvent.Started>().Count(started => IsEntry(started.Key.Task)
            && started.At >= script.Activated);
        var during = _events.OfType<RunEvent.Started>().Count(started => IsEntry(started.Key.Task)
            && IsIn(started.At, script.Halted, script.Activated));
        return ("a halt stops entries until a person activates", skipped > 0 && during == 0 && after > 0,
            $"{skipped} entries skipped, {during} started meanwhile, {after} afterwards");
    }

    private IEnumerable<RunEvent.Ended> Ends(string task) =>
        _events.OfType<RunEvent.Ended>().Where(ended => ended.Key.Task == task);

    private static bool IsIn(DateTimeOffset at, DateTimeOffset from, DateTimeOffset to) => at >= from && at < to;
}
