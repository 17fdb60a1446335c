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

    [Fact]
    public void AReload_DoesNotHide_WhatTheOldScheduleLost()
    {
        var stage = Audited(new BrainStage("2026-11-24T14:00Z", Rows[0]).Boot()).Until("2026-11-24T14:30Z");
        Lose(stage, "2026-11-24T15:00Z");
        stage.Reload("b, at: \"16:00\"");
        stage.For(TimeSpan.FromDays(3));

        Assert.Equal("a@2026-11-24T09:35 fell due and is not in the journal.", stage.Loop.State.Breaches.First);
        Assert.Equal(1, stage.Loop.State.Breaches.Count);
    }

    [Fact]
    public void AReload_DoesNotHide_WhatTheOldScheduleNeverGave()
    {
        var stage = Audited(new BrainStage("2026-11-24T14:00Z", Rows[0]).Boot()).Until("2026-11-24T15:30Z");
        MakeUp(stage, "a", "2026-11-24T15:00Z");
        stage.Reload("b, at: \"16:00\"");
        stage.For(TimeSpan.FromDays(3));

        Assert.Equal("a@2026-11-24T09:36 is in the journal and in no schedule.", stage.Loop.State.Breaches.First);
        Assert.Equal(1, stage.Loop.State.Breaches.Count);
    }

    [Theory]
    // what the start knows              breaches of the boot before
    [InlineData("2026-11-20T00:00Z",  2)]
    [InlineData("2026-11-24T16:00Z",  0)]
    [InlineData(null,                 0)]
    public void AnotherStart_LooksBack_AsFarAsNothingChanged(string? since, int breaches)
    {
        var stage = new BrainStage("2026-11-23T14:00Z", Rows[0]).Boot().Until("2026-11-24T14:30Z");
        Lose(stage, "2026-11-24T15:00Z");
        MakeUp(stage, "ghost", "2026-11-24T15:00Z");

        // No audit looked at that one: as if the brain had been killed before it could.
        Audited(stage.KillAndBoot(TimeSpan.FromHours(3)), since).For(TimeSpan.FromDays(3));

        Assert.Equal(breaches, stage.Loop.State.Breaches.Count);
    }

    [Fact]
    public void BootsAndReloads_HaveNoBreach()
    {
        var stage = Audited(new BrainStage("2026-11-16T12:00Z", Rows).Boot());
        for (var day = 0; day < 14; day++)
        {
            stage.For(TimeSpan.FromHours(15));
            if (day % 3 == 1)
            {
                stage.Reload([.. Rows, $"extra{day}, at: \"{9 + (day % 5):00}:30\""]);
            }

            stage.For(TimeSpan.FromHours(5));
            Audited(stage.KillAndBoot(TimeSpan.FromHours(4)), "2026-11-01T00:00Z");
        }

        stage.For(TimeSpan.FromDays(1));
        Assert.Equal((0, null), (stage.Loop.State.Breaches.Count, stage.Loop.State.Breaches.First));
    }

    // The watermark moves on though nothing of the time before it was written down.
    private static void Lose(BrainStage stage, string through)
    {
        var lost = Days.Instant(through);
        stage.Clock.Advance(lost - stage.Clock.Wall);
        Assert.True(stage.Loop.State.Book.TryWrite(new RunEvent.Planned(lost, lost)));
    }

    private static void MakeUp(BrainStage stage, string task, string due)
    {
        var at = Days.Instant(due);
        Assert.True(stage.Loop.State.Book.TryWrite(new RunEvent.Closed(
            at, new(task, new(2026, 11, 24), "T09:36"), at, FinalState.Skipped, "made up")));
    }

    private static BrainStage Audited(BrainStage stage, string? unchangedSince = null)
    {
        var audit = new KeyAudit(stage.Loop.State);
        stage.Loop.Turned = _ => audit.Look();
        if (unchangedSince is not null)
        {
            audit.Unchanged(Days.Instant(unchangedSince));
        }

        return stage;
    }
}
