using Kobe.Core.Planning;
using Kobe.Core.Schedules;
using Kobe.Core.Tests.Schedules;
using Kobe.Testing;

namespace Kobe.Core.Tests.Planning;

public class TimelineTests
{
    private const string Two = """
        tasks:
          - { id: b, run: y, at: "10:00" }
          - { id: a, run: y, at: ["10:00", "11:00"] }
        """;

    [Fact]
    public void Between_LeavesOutItsStartAndTakesInItsEnd()
    {
        var timeline = Of(Two);
        Assert.Equal(
            ["a@2026-11-20T11:00"],
            Keys(timeline.Between(Days.Instant("2026-11-20T15:00Z"), Days.Instant("2026-11-20T16:00Z"))));
        Assert.Equal(
            ["a@2026-11-20T10:00", "b@2026-11-20T10:00"],
            Keys(timeline.Between(Days.Instant("2026-11-20T14:59Z"), Days.Instant("2026-11-20T15:00Z"))));
    }

    [Fact]
    public void Between_IsEmpty_WhenItsEndIsNotAfterItsStart() =>
        Assert.Empty(Of(Two).Between(Days.Instant("2026-11-20T15:00Z"), Days.Instant("2026-11-20T15:00Z")));

    [Fact]
    public void On_GivesTheDatesOccurrences_TiesById() => Assert.Equal(
        ["a@2026-11-20T10:00", "b@2026-11-20T10:00", "a@2026-11-20T11:00"],
        Keys(Of(Two).On(Days.Date("2026-11-20"))));

    [Fact]
    public void Next_KnowsInstantsWithinASecond_WhateverTheOrderOfTheRows()
    {
        var schedule = ScheduleText.Schedule(
            "tasks: [{ id: a, run: y, once: 2026-11-20T10:00:00 }, { id: b, run: y, once: 2026-11-20T10:00:00 }]");
        var second = Days.Instant("2026-11-20T15:00Z");
        var rows = schedule.Tasks.Select((row, i) => row with
        {
            Trigger = new Trigger.Once(Days.Date("2026-11-20"), new(10, 0), second.AddMilliseconds(i == 0 ? 900 : 100)),
        });
        var timeline = new Timeline(new Schedule([.. rows], schedule.Files, schedule.Hash), ScheduleText.Calendars);

        Assert.Equal("b", timeline.Next(second)?.Task.Id);
        Assert.Equal("a", timeline.Next(second.AddMilliseconds(100))?.Task.Id);
    }

    [Fact]
    public void Between_KnowsTheLastEveningOfTheCalendars() => Assert.Equal(
        ["x@2100-12-31T23:00"],
        Keys(Of("tasks: [{ id: x, run: y, at: \"23:00\" }]")
            .Between(Days.Instant("2101-01-01T00:00Z"), Days.Instant("2101-02-01T00:00Z"))));

    // What is due next is remembered, and where it stands; a question about a span may begin there.
    [Fact]
    public void DueOn_IsTheSame_WhateverWasAskedBefore()
    {
        const string Busy = """
            tasks:
              - { id: a, run: y, every: 7m, on: any }
              - { id: b, run: y, every: 7m, on: any }
              - { id: c, run: y, at: ["09:30", "16:00", "23:50"] }
            """;
        var asked = Of(Busy);
        var random = new Random(20261122);
        for (var i = 0; i < 500; i++)
        {
            var from = Days.Instant("2026-11-20T00:00Z").AddMinutes(random.Next(4 * 24 * 60));
            var to = from.AddMinutes(random.Next(300));
            asked.NextDue(from.AddMinutes(random.Next(-30, 30)));
            asked.NextDue(from.AddMinutes(random.Next(-3, 1)));
            var expected = Of(Busy).On(Timeline.UtcDate(from)).Concat(Of(Busy).On(Timeline.UtcDate(from).AddDays(-1)))
                .Concat(Of(Busy).On(Timeline.UtcDate(from).AddDays(1)))
                .Where(one => one.Due > from && one.Due <= to && Timeline.UtcDate(one.Due) == Timeline.UtcDate(from))
                .OrderBy(one => one.Due).ThenBy(one => one.Task.Id, StringComparer.Ordinal);

            var due = asked.DueOn(Timeline.UtcDate(from), from, to).ToArray();

            Assert.Equal(Keys(expected), Keys(due));
            Assert.Equal(asked.Next(from)?.Due, asked.NextDue(from));
        }
    }

    [Fact]
    public void Next_LooksMonthsAhead()
    {
        var timeline = Of("tasks: [{ id: x, run: y, cron: \"0 9 1 7 *\" }]");
        Assert.Equal("x@2027-07-01T09:00", timeline.Next(ScheduleText.Now)?.Key.ToString());
        Assert.Equal("x@2027-07-01T09:00", timeline.Next(ScheduleText.Now.AddDays(60))?.Key.ToString());
        Assert.Equal("x@2028-07-01T09:00", timeline.Next(Days.Instant("2027-07-01T13:00Z"))?.Key.ToString());
    }

    [Theory]
    [InlineData("tasks: []")]
    [InlineData("tasks: [{ id: x, run: y, on_start: true }]")]
    [InlineData("tasks: [{ id: x, run: y, once: 2030-01-01T10:00 }]")]
    public void Next_IsNull_WhenNothingFallsDueWithinAYear(string text) => Assert.Null(Of(text).Next(ScheduleText.Now));

    [Fact]
    public void Next_IsNull_PastTheEndOfTheCalendars() => Assert.Null(Of(Two).Next(Days.Instant("2101-06-01T00:00Z")));

    private static Timeline Of(string text) => new(ScheduleText.Schedule(text), ScheduleText.Calendars);

    private static IEnumerable<string> Keys(IEnumerable<Occurrence> occurrences) =>
        occurrences.Select(one => one.Key.ToString());
}
