using Kobe.Brain;
using Kobe.Core.Runs;
using Kobe.Testing;

namespace Kobe.Tests.Brain;

/// <summary>What the schedule gives is derived again and held against the journal, key by key.</summary>
public class KeyAuditTests
{
    private static readonly string[] Rows =
    [
        "a, at: \"09:35\"", "every, every: 30m", "boot, on_start: true", "idle, whenever: { cooldown: 2h }",
        "shut, at: \"10:00\", on: trading-days", "off, at: \"11:00\", enabled: false",
    ];

    [Fact]
    public void AWeek_WithKillsAndAClosing_HasNoBreach()
    {
        var stage = Audited(new BrainStage("2026-11-24T12:00Z", Rows).Boot());
        stage.For(TimeSpan.FromDays(3));
        Audited(stage.KillAndBoot(TimeSpan.FromHours(5))).For(TimeSpan.FromDays(4));

        Assert.Equal(0, stage.Loop.State.Breaches.Count);
        Assert.DoesNotContain(stage.Alerts, alert => alert.StartsWith("ACCOUNTING", StringComparison.Ordinal));
    }

    [Fact]
    public void ALostKey_IsFound_AndToldOnce()
    {
        // The watermark moves on though nothing of the hour before it was written down: as if planning had lost it.
        var stage = Audited(new BrainStage("2026-11-24T14:00Z", Rows[0]).Boot()).Until("2026-11-24T14:30Z");
        var lost = Days.Instant("2026-11-24T15:00Z");
        stage.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.True(stage.Loop.State.Book.TryWrite(new RunEvent.Planned(lost, lost)));
        stage.For(TimeSpan.FromHours(2));

        Assert.Equal(1, stage.Loop.State.Breaches.Count);
        Assert.Equal("a@2026-11-24T09:35 fell due and is not in the journal.", stage.Loop.State.Breaches.First);
        Assert.Single(stage.Alerts, "ACCOUNTING: a@2026-11-24T09:35 fell due and is not in the journal.");
    }

    [Fact]
    public void AnExtraKey_IsFound_OnceItsDateIsOver()
    {
        var stage = Audited(new BrainStage("2026-11-24T14:00Z", Rows[0]).Boot()).Until("2026-11-24T15:00Z");
        var at = Days.Instant("2026-11-24T15:00Z");
        foreach (var task in (string[])["a", "ghost"])
        {
            Assert.True(stage.Loop.State.Book.TryWrite(new RunEvent.Closed(
                at, new(task, new(2026, 11, 24), "T09:36"), at, FinalState.Skipped, "made up")));
        }

        stage.For(TimeSpan.FromDays(3));

        Assert.Equal(2, stage.Loop.State.Breaches.Count);
        Assert.Contains("ACCOUNTING: ghost@2026-11-24T09:36 is in the journal and in no schedule.", stage.Alerts);
    }

    [Fact]
    public void AReload_BeginsAnew_AndBlamesNobodyForTheOldRows()
    {
        var stage = Audited(new BrainStage("2026-11-24T14:00Z", Rows).Boot()).Until("2026-11-24T18:10Z");
        stage.Reload("a, at: \"09:36\"", "new, every: 1h");
        stage.For(TimeSpan.FromDays(3));

        Assert.Equal(0, stage.Loop.State.Breaches.Count);
    }

    private static BrainStage Audited(BrainStage stage)
    {
        var audit = new KeyAudit(stage.Loop.State);
        stage.Loop.Turned = _ => audit.Look();
        return stage;
    }
}
