using Kobe.Core.Runs;

namespace Kobe.Core.Tests.Runs;

/// <summary>What the ledger forgets, and what it must not.</summary>
public class LedgerReachTests
{
    private static readonly DateTimeOffset First = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Memory_IsFlatOverADecade()
    {
        var ledger = new Ledger();
        var afterAYear = 0;
        for (var day = 0; day < 3650; day++)
        {
            RunOne(ledger, day);
            afterAYear = day == 365 ? ledger.Snapshot().Length : afterAYear;
        }

        Assert.InRange(ledger.Snapshot().Length, 1, afterAYear * 1.3);
        Assert.Equal(3650, ledger.Total()[FinalState.Succeeded]);
        Assert.InRange(ledger.Dates().Count, RunLimits.ReachDays, RunLimits.ReachDays + 2);
        Assert.InRange(ledger.Loads.Count, 1, RunLimits.ReachDays + 2);
    }

    [Fact]
    public void KeysInReach_AreStillKnown()
    {
        var ledger = new Ledger();
        for (var day = 0; day < 100; day++)
        {
            RunOne(ledger, day);
            for (var back = 0; back <= Math.Min(day, 8); back++)
            {
                Assert.NotNull(ledger.Find(Key(day - back)));
            }
        }

        Assert.Null(ledger.Find(Key(50)));
    }

    [Fact]
    public void HeldRun_KeepsItsDate_HoweverOld()
    {
        var ledger = new Ledger();
        Apply(ledger, new RunEvent.Queued(First, Key(0), First, First, 3));
        Apply(ledger, new RunEvent.Started(First, Key(0), 1, 1));
        Apply(ledger, new RunEvent.Ended(First, Key(0), 1, 1, RunResult.Unknown, NextStep.Held, 1));
        for (var day = 1; day < 100; day++)
        {
            RunOne(ledger, day);
        }

        Assert.Equal(RunState.Held, ledger.Find(Key(0))!.State);
        Assert.Equal(1, ledger.OldestSeqInReach);
        Apply(ledger, new RunEvent.Resolved(At(99), Key(0), Resolution.Drop, "ann", "old"));
        RunOne(ledger, 100);
        Assert.Null(ledger.Find(Key(0)));
        Assert.True(ledger.OldestSeqInReach > 300);
    }

    [Fact]
    public void ClockAheadByAYear_AndBack_StillKnowsTheKeysBeforeTheJump()
    {
        var ledger = new Ledger();
        for (var day = 0; day < 20; day++)
        {
            RunOne(ledger, day);
        }

        for (var day = 385; day < 388; day++)
        {
            RunOne(ledger, day);
        }

        Apply(ledger, new RunEvent.ClockStepped(At(19), ClockStep.Back, TimeSpan.FromDays(368), 1));
        Apply(ledger, new RunEvent.Control(At(19), ControlVerb.ConfirmClock, "", "ann", "checked"));

        Assert.All(Enumerable.Range(14, 6), day => Assert.NotNull(ledger.Find(Key(day))));
        Assert.False(ledger.ClockBehind);
    }

    [Fact]
    public void DiscoveriesAndFacts_KeepTheLast()
    {
        var ledger = new Ledger();
        for (var day = 0; day < 150; day++)
        {
            Assert.True(JsonText.TryParse($"{day}", out var value, out _));
            Assert.True(RunPayload.TryCreate(null, [new PublishedFact("day", value)], [value], out var payload, out _));
            RunOne(ledger, day, payload);
        }

        Assert.Equal(RunLimits.DiscoveriesKept, ledger.Discoveries.Count);
        Assert.Equal("50", ledger.Discoveries.First().Value.Value);
        Assert.Equal(("149", Key(149)), (ledger.FactOf("day")!.Value.Value, ledger.FactOf("day")!.By));
    }

    private static void RunOne(Ledger ledger, int day, RunPayload? payload = null)
    {
        Apply(ledger, new RunEvent.Loaded(At(day), "hash", 1));
        Apply(ledger, new RunEvent.Queued(At(day), Key(day), At(day), At(day), 3));
        Apply(ledger, new RunEvent.Planned(At(day), At(day)));
        Apply(ledger, new RunEvent.Started(At(day), Key(day), 1, 1));
        Apply(ledger, new RunEvent.Ended(
            At(day), Key(day), 1, 1, RunResult.Succeeded, NextStep.Final(FinalState.Succeeded), 1, Payload: payload));
    }

    private static void Apply(Ledger ledger, RunEvent what) => ledger.Apply(ledger.Seq + 1, what);

    private static DateTimeOffset At(int day) => First.AddDays(day);

    private static OccurrenceKey Key(int day) => new("backup", DateOnly.FromDateTime(At(day).UtcDateTime), "T12:00");
}
