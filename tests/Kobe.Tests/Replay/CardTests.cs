using Kobe.Core.Runs;
using Kobe.Replay.Cards;

namespace Kobe.Tests.Replay;

/// <summary>A day's card is a fold of the journal.</summary>
public class CardTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 17, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Date = new(2026, 11, 20);

    private readonly DayCards _cards = new();

    [Fact]
    public void EachOccurrence_CountsOnce_AsItEnded()
    {
        var (ran, failed, waits) = (Key("a"), Key("b"), Key("c"));
        Apply(Queued(ran), Queued(failed), Queued(waits), new RunEvent.Started(Noon, ran, 1, 1),
            Ended(ran, RunResult.Succeeded, FinalState.Succeeded), new RunEvent.Started(Noon, failed, 1, 1),
            Ended(failed, RunResult.Fatal, FinalState.Failed, "no 17 of 4"), Closed(Key("d"), FinalState.Skipped, "lag 42m"));

        var card = _cards.Of(Date);
        Assert.Equal((4, 1, 2), (card.Planned, card.Pending, card.Starts));
        Assert.Equal((1, 1, 1), (Of(FinalState.Succeeded), Of(FinalState.Failed), Of(FinalState.Skipped)));
        Assert.Equal(["b@2026-11-20T12:00: no 17 of 4"], card.Failures);
        Assert.Equal(
            new Dictionary<string, int> { ["failed: no # of #"] = 1, ["skipped: lag #m"] = 1 },
            card.Reasons.ToDictionary());
        Assert.Equal(Noon, card.Find(ran)!.EndedAt);
    }

    [Fact]
    public void HeldOne_IsHeld_UntilAPersonResolvesIt()
    {
        var key = Key("a");
        Apply(Queued(key), new RunEvent.Started(Noon, key, 1, 1), new RunEvent.Ended(
            Noon, key, 1, 1, RunResult.Unknown, NextStep.Held, 0, "killed"));
        Assert.Equal((1, 0), (_cards.Of(Date).Held, _cards.Of(Date).Pending));

        Apply(new RunEvent.Resolved(Noon, key, Resolution.Drop, "ann", "looked"));
        Assert.Equal((0, 1), (_cards.Of(Date).Held, Of(FinalState.Cancelled)));
    }

    [Fact]
    public void WhatIsBeyondReach_CountsAsMissed()
    {
        Apply(new RunEvent.BulkMissed(Noon, "a", Date, 12, Noon, "beyond look_back"));

        Assert.Equal((12, 12), (_cards.Of(Date).Planned, Of(FinalState.Missed)));
    }

    [Theory]
    [InlineData(null, "no reason given")]
    [InlineData("lag 1h05m", "lag #h#m")]
    [InlineData("filter: season is NONE, not EARNINGS", "filter: season is NONE, not EARNINGS")]
    [InlineData("There is no price yet. Ask later.", "There is no price yet")]
    [InlineData("bars.daily is 26h old; at most 20h", "bars.daily is #h old")]
    [InlineData("between 2026-11-20 09:30 and 10:00", "between # # and #")]
    public void Reasons_AreOfOneKind_WhateverTheirNumbers(string? reason, string kind) =>
        Assert.Equal(kind, ReasonKind.Of(reason));

    private int Of(FinalState state) => _cards.Of(Date).Finals[(int)state];

    private void Apply(params RunEvent[] events)
    {
        foreach (var what in events)
        {
            _cards.Apply(what);
        }
    }

    private static OccurrenceKey Key(string task) => new(task, Date, "T12:00");

    private static RunEvent.Queued Queued(OccurrenceKey key) => new(Noon, key, Noon, Noon.AddHours(1), 3);

    private static RunEvent.Closed Closed(OccurrenceKey key, FinalState state, string reason) => new(Noon, key, Noon, state, reason);

    private static RunEvent.Ended Ended(OccurrenceKey key, RunResult result, FinalState state, string? error = null) =>
        new(Noon, key, 1, 1, result, NextStep.Final(state), 100, null, error);
}
