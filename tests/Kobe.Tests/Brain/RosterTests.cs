using Kobe.Core.Schedules;

namespace Kobe.Tests.Brain;

public class RosterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void HandlerOf_IsTheRowsOwn_WhereverTheRowStands()
    {
        var before = Rows.Roster(Now, "b, run: keyed, at: '09:35'", "c, run: pure, at: '09:35'");
        var (b, c) = (before.Find("b")!, before.Find("c")!);

        // The same rows in another schedule stand elsewhere in it, and know only their last place.
        var more = Rows.Roster(Now, "a, run: ask, at: '09:35'").Find("a")!;
        var schedule = new Schedule([more, b, c], before.Schedule.Files, "x");
        var after = new Kobe.Brain.Roster(schedule, before.Calendars, before.Catalogue, Now);

        Assert.Equal(("keyed", "pure"), (before.HandlerOf(b)?.Name, before.HandlerOf(c)?.Name));
        Assert.Equal(
            ("ask", "keyed", "pure"),
            (after.HandlerOf(more)?.Name, after.HandlerOf(b)?.Name, after.HandlerOf(c)?.Name));
        Assert.Equal("pull", after.HandlerOf(b with { Run = "pull" })?.Name);
        Assert.Null(before.HandlerOf(more with { Run = "unheard-of" }));

        var loose = new ScheduledTask
        {
            Id = "loose", Run = "ask", Trigger = b.Trigger, Zone = b.Zone, Grace = b.Grace, CatchUp = b.CatchUp,
            Expires = b.Expires, OnUnknown = b.OnUnknown, Preemptible = b.Preemptible,
        };
        Assert.Equal("ask", before.HandlerOf(loose)?.Name);
        Assert.False(before.HasFollowers(loose));
    }

    [Fact]
    public void HasFollowers_CountsForEveryVersionOfTheRow()
    {
        var roster = Rows.Roster(Now, "a, at: '09:35'", "b, at: '09:40', after: a");
        var (a, b) = (roster.Find("a")!, roster.Find("b")!);

        Assert.True(roster.HasFollowers(a));
        Assert.True(roster.HasFollowers(a with { Priority = 9 }));
        Assert.False(roster.HasFollowers(b));
    }

    [Fact]
    public void Row_KnowsWhatItAsksFor_AlsoAsAChangedCopy()
    {
        var roster = Rows.Roster(Now, "a, at: '09:35'", "b, at: '09:40', after: a", "p, run: pull, at: '09:00'",
            "c, at: '09:41', needs: bars.daily, when: [bars.daily.ok == true]");
        var (a, b, c) = (roster.Find("a")!, roster.Find("b")!, roster.Find("c")!);

        Assert.Equal((false, false), (a.HasConditions, a.HasRequirements));
        Assert.Equal((false, true), (b.HasConditions, b.HasRequirements));
        Assert.Equal((true, true), (c.HasConditions, c.HasRequirements));
        Assert.False((b with { After = [] }).HasRequirements);
        Assert.False((c with { Needs = [] }).HasRequirements);
        Assert.False((c with { When = [] }).HasConditions);
        Assert.True((a with { Needs = c.Needs }).HasRequirements);
    }
}
