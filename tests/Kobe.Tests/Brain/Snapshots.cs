using Kobe.Brain;
using Kobe.Contracts;
using Kobe.Core.Runs;
using Kobe.Markets;
using Kobe.Testing;

namespace Kobe.Tests.Brain;

/// <summary>Snapshots as a loop would publish them.</summary>
internal static class Snapshots
{
    /// <summary>A brain that does well and has nothing to do, at the end of a turn now.</summary>
    public static BrainSnapshot Quiet(TimeProvider time) => new()
    {
        At = time.GetUtcNow(),
        LoopTimestamp = time.GetTimestamp(),
        StartedAt = time.GetUtcNow(),
        StartedTimestamp = time.GetTimestamp(),
        Version = "0.1.0",
        Pid = 4711,
        Cycles = 9,
        Paused = false,
        TradingState = "ACTIVE",
        Context = ContextAt(time.GetUtcNow()),
        Zone = Zones.NewYork,
        Schedule = new(463, 88, 14, time.GetUtcNow(), "abc"),
        Today = Counted(succeeded: 1, pending: 2),
        Journal = new(null, 42, TimeSpan.FromMilliseconds(2)),
        LastTask = "backup",
    };

    /// <summary>The same with rows that were loaded.</summary>
    public static BrainSnapshot WithRows(TimeProvider time, params string[] rows)
    {
        var roster = Brain.Rows.Roster(time.GetUtcNow(), rows);
        return Quiet(time) with { Rows = new(roster.Schedule, roster.Calendars, roster.Catalogue) };
    }

    /// <summary>The same with something to see in every part.</summary>
    public static BrainSnapshot Busy(TimeProvider time)
    {
        var now = time.GetUtcNow();
        return Quiet(time) with
        {
            Current = new("scan@2026-11-23T09:35", "scan", 1, now, time.GetTimestamp(), Minutes(5), Minutes(1)),
            QueueCount = 1,
            Queue = [new("load@2026-11-23T09:40", "load", 3, 2, now, now + Minutes(30), 2, "bars.daily")],
            Overdue = new(1, "load@2026-11-23T09:40", time.GetTimestamp(), now),
            Next = new("plan@2026-11-23T10:00", "plan", now + Minutes(15)),
            LastErrors = [new("load@2026-11-23T09:30", "the feed said no", now)],
            Degraded = ["The schedule of 09:00 was refused."],
            Records = new(
                [new("load", "load@2026-11-23T09:30", now, now, "failed", null, 1, null, null)],
                [new("bars.daily", Json("""{"count":500}"""), now, Key("load@2026-11-23T09:30"))],
                [new(now, Key("scan@2026-11-23T09:30"), Json("""{"symbol":"ABC"}"""))]),
        };
    }

    public static MarketContext ContextAt(DateTimeOffset instant) =>
        CalendarLoader.Load(Repository.At("schedule"), new MachineZones()).Find("xnys")!.At(instant);

    public static JsonText Json(string text) =>
        JsonText.TryParse(text, out var value, out var problem) ? value : throw new FormatException(problem);

    public static OccurrenceKey Key(string text) => OccurrenceKey.Parse(text);

    public static Tally Counted(int succeeded, int pending)
    {
        var finals = new long[Enum.GetValues<FinalState>().Length];
        finals[(int)FinalState.Succeeded] = succeeded;
        return new(new(finals), pending, 0);
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
