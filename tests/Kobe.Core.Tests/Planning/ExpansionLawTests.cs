using FsCheck;
using FsCheck.Fluent;
using Kobe.Core.Planning;
using Kobe.Core.Schedules;
using Kobe.Core.Tests.Schedules;
using Kobe.Testing;

namespace Kobe.Core.Tests.Planning;

public class ExpansionLawTests
{
    private static readonly DateTimeOffset YearStart = Days.Instant("2026-01-01T00:00Z");
    private static readonly DateTimeOffset YearEnd = Days.Instant("2027-01-01T00:00Z");

    private static readonly string[] Rows =
    [
        "at: [\"00:00\", \"01:30\", \"02:30\", \"03:00\", \"23:59\"]", "at: [open, close-25m, post, \"12:35\"]",
        "every: 7m", "every: 5m, from: open, to: close, on: trading-days", "every: 1h, from: \"01:15\", to: \"03:45\"",
        "cron: \"*/15 0-3 * * *\"", "cron: \"30 2 L * FRI\"", "at: \"10:00\", on: [trading-days, sat]",
        "at: [open, close], calendar: crypto", "at: \"01:30\", dst_overlap: second", "at: \"02:30\", dst_gap: skip",
        "every: 90m, from: pre, to: post, on: early-closes",
    ];

    private static readonly string[] ZoneIds =
    [
        "America/New_York", "Australia/Lord_Howe", "America/Phoenix", "UTC", "Asia/Beirut", "America/Havana",
        "Asia/Pyongyang", "Pacific/Apia", "America/Goose_Bay", "Europe/London",
    ];

    // Equal to brute force over every minute for a year, wall-clock triggers: zone, keys, times.
    [Theory]
    [InlineData("America/New_York", "at: [\"01:30\", \"02:30\", \"03:00\", \"09:35\"]", "01:30 02:30 03:00 09:35")]
    [InlineData("America/New_York", "at: \"02:59\", on: sun", "02:59")]
    [InlineData("America/New_York", "at: [\"10:00\", \"23:59\"], on: trading-days", "10:00 23:59")]
    [InlineData("America/New_York", "cron: \"*/20 1-2 * * *\"", "01:00 01:20 01:40 02:00 02:20 02:40")]
    [InlineData("America/New_York", "cron: \"30 2 * * SUN\", on: sun", "02:30")]
    [InlineData("Australia/Lord_Howe", "cron: \"*/15 1-2 * * *\"", "01:00 01:15 01:30 01:45 02:00 02:15 02:30 02:45")]
    [InlineData("Asia/Beirut", "at: [\"00:00\", \"00:30\", \"01:00\"]", "00:00 00:30 01:00")]
    [InlineData("America/Havana", "at: [\"00:00\", \"00:30\", \"01:00\"]", "00:00 00:30 01:00")]
    [InlineData("Asia/Tokyo", "at: [\"02:30\", \"12:00\"], on: weekdays", "02:30 12:00")]
    public void WallClock_EqualsTheMinutesOfAYear(string zone, string keys, string times)
    {
        var row = ScheduleText.Row(keys, zone);
        var set = times.Split(' ').Select(time => TimeOnly.Parse(time)).ToHashSet();
        Assert.Equal(
            MinuteWalk.WallClock(row.Zone, YearStart, YearEnd,
                (date, time) => set.Contains(time) && MinuteWalk.Selects(row, date)),
            Live(row, YearStart, YearEnd));
    }

    [Theory]
    [InlineData("America/New_York", "every: 7m", 7)]
    [InlineData("Australia/Lord_Howe", "every: 45m", 45)]
    [InlineData("America/Havana", "every: 11m, on: [sun, mon]", 11)]
    public void StepsOfADate_EqualTheMinutesOfAYear(string zone, string keys, int step)
    {
        var row = ScheduleText.Row(keys, zone);
        Assert.Equal(
            MinuteWalk.Steps(row.Zone, YearStart, YearEnd, step, (_, date) => MinuteWalk.Selects(row, date)),
            Live(row, YearStart, YearEnd));
    }

    [Theory]
    [InlineData("every: 5m, from: open, to: close", 5)]
    [InlineData("every: 37m, from: open, to: close, on: trading-days", 37)]
    [InlineData("every: 1m, from: open, to: close, on: early-closes", 1)]
    public void StepsOfASession_EqualTheMinutesOfAYear(string keys, int step)
    {
        var row = ScheduleText.Row(keys);
        Assert.Equal(
            MinuteWalk.Steps(row.Zone, YearStart, YearEnd, step, (instant, date) =>
                MinuteWalk.Selects(row, date) && MinuteWalk.IsOpen("xnys", instant, date)),
            Live(row, YearStart, YearEnd));
    }

    // Whatever stretch one asks for, each instant of it has the same occurrences, and they are those of the dates.
    [Fact]
    public void Timeline_DoesNotDependOnWhereOneStarts()
    {
        var schedule = AllRows("America/New_York");
        var whole = new Timeline(schedule, ScheduleText.Calendars)
            .Between(Days.Instant("2026-10-20T00:00Z"), Days.Instant("2026-12-10T00:00Z")).ToList();
        var minutes = Gen.Choose(0, 51 * 1440);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(
            Gen.Zip(minutes, minutes).ToArbitrary(), pair =>
            {
                var from = Days.Instant("2026-10-20T00:00Z").AddMinutes(Math.Min(pair.Item1, pair.Item2));
                var to = Days.Instant("2026-10-20T00:00Z").AddMinutes(Math.Max(pair.Item1, pair.Item2));
                var expected = whole.Where(one => one.Due > from && one.Due <= to).ToList();
                var timeline = new Timeline(schedule, ScheduleText.Calendars);
                var byDate = Days.Between(Timeline.UtcDate(from), Timeline.UtcDate(to))
                    .SelectMany(date => timeline.DueOn(date, from, to).ToArray());
                return expected.SequenceEqual(timeline.Between(from, to)) && expected.SequenceEqual(byDate)
                    && timeline.NextDue(from) == timeline.Next(from)?.Due;
            }));
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void Timeline_HoldsEveryOccurrenceOfEachDateOnce_InOrder(string zone)
    {
        var schedule = AllRows(zone);
        var year = zone == "Pacific/Apia" ? 2011 : zone == "Asia/Pyongyang" ? 2018 : 2026;
        var from = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var all = new Timeline(schedule, ScheduleText.Calendars).Between(from, from.AddYears(1)).ToList();
        var expected =
            from date in Days.Between(new(year - 1, 12, 30), new(year + 1, 1, 2))
            from task in schedule.Tasks
            from one in Expansion.Of(task, date, ScheduleText.Calendars)
            where one.Due > @from && one.Due <= @from.AddYears(1)
            select one.Key;
        Assert.True(expected.Order().SequenceEqual(all.Select(one => one.Key).Order()));
        Assert.True(all.OrderBy(one => one.Due).ThenBy(one => one.Task.Id, StringComparer.Ordinal).SequenceEqual(all));
        Assert.DoesNotContain(all, one => one.Expires <= one.Due);
        foreach (var row in all.Where(one => one.Presence != Presence.Coalesced).GroupBy(one => one.Task.Id))
        {
            Assert.DoesNotContain(row.Zip(row.Skip(1)), pair => pair.First.Due >= pair.Second.Due);
        }
    }

    // Each coalesced slot falls due with a live one, and names it.
    [Theory]
    [MemberData(nameof(Zones))]
    public void Coalesced_IsStoodForByALiveSlotOfTheSameInstant(string zone)
    {
        var year = zone == "Pacific/Apia" ? 2011 : zone == "Asia/Pyongyang" ? 2018 : 2026;
        var all = new Timeline(AllRows(zone), ScheduleText.Calendars).Between(
            new(year, 1, 1, 0, 0, 0, TimeSpan.Zero), new(year, 12, 31, 0, 0, 0, TimeSpan.Zero)).ToList();
        var byKey = all.ToDictionary(one => one.Key);
        foreach (var one in all.Where(one => one.Presence == Presence.Coalesced))
        {
            var into = byKey[one.Into!.Value];
            Assert.True(into.Due == one.Due && into.Task.Id == one.Task.Id && into.Presence != Presence.Coalesced);
        }
    }

    // Rows of zones on both sides of UTC: dates of one fall due before earlier dates of another.
    [Fact]
    public void Next_IsTheFirstOfWhatFollows()
    {
        var schedule = ScheduleText.Read([
            ("a.yaml", "zone: Pacific/Kiritimati\ntasks: "
                + "[{ id: a, run: y, at: [\"00:05\", \"23:50\"], on: [mon, wed] }]"),
            ("b.yaml", "zone: Pacific/Pago_Pago\ntasks: "
                + "[{ id: b, run: y, at: [\"00:10\", \"23:55\"], on: [tue, sat] }]"),
        ]).Schedule!;
        var timeline = new Timeline(schedule, ScheduleText.Calendars);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
            Gen.Choose(0, 400 * 86_400).ToArbitrary(), seconds =>
            {
                var after = YearStart.AddSeconds(seconds);
                return timeline.Next(after) ==
                    new Timeline(schedule, ScheduleText.Calendars).Between(after, after.AddDays(8)).First();
            }));
    }

    public static TheoryData<string> Zones() => [.. ZoneIds];

    private static Schedule AllRows(string zone) => ScheduleText.Schedule($"zone: {zone}\ntasks:\n"
        + string.Concat(Rows.Select((keys, i) => $"  - {{ id: r{i:00}, run: y, {keys} }}\n")));

    private static List<DateTimeOffset> Live(ScheduledTask row, DateTimeOffset from, DateTimeOffset to)
    {
        var dates = Days.Between(
            DateOnly.FromDateTime(from.UtcDateTime).AddDays(-2), DateOnly.FromDateTime(to.UtcDateTime).AddDays(2));
        return [.. dates.SelectMany(date => Expansion.Of(row, date, ScheduleText.Calendars))
            .Where(one => one.Presence == Presence.Live && one.Due >= from && one.Due < to).Select(one => one.Due)];
    }
}
