using Kobe.Core.Planning;
using Kobe.Core.Tests.Schedules;
using Kobe.Testing;

namespace Kobe.Core.Tests.Planning;

/// <summary>
/// The occurrences of one row on one date: keys, date, and each slot with its time on New York's clocks. A slot in
/// round brackets is coalesced, one in square brackets closed by the calendar.
/// </summary>
public class ExpansionTests
{
    [Theory]
    // Wall-clock times.
    [InlineData("at: \"09:35\"",                          "2026-11-20", "T09:35=09:35")]
    [InlineData("at: \"00:00\"",                          "2026-11-20", "T00:00=00:00")]
    [InlineData("at: [\"16:00\", \"09:35\"]",             "2026-11-20", "T09:35=09:35 T16:00=16:00")]

    // Anchors follow the session; without one there is nothing.
    [InlineData("at: open",                               "2026-11-20", "/open=09:30")]
    [InlineData("at: open+5m",                            "2026-11-20", "/open+5m=09:35")]
    [InlineData("at: close-25m",                          "2026-11-20", "/close-25m=15:35")]
    [InlineData("at: close-25m",                          "2026-11-27", "/close-25m=12:35")]
    [InlineData("at: post",                               "2026-11-27", "/post=17:00")]
    [InlineData("at: pre+30m",                            "2026-11-20", "/pre+30m=04:30")]
    [InlineData("at: close-25m",                          "2026-11-26", "")]
    [InlineData("at: close-25m",                          "2026-11-28", "")]
    [InlineData("at: close-25m, on: trading-days",        "2026-11-26", "")]
    [InlineData("at: [open+5m, close-25m, \"12:00\"]",    "2026-11-27", "/open+5m=09:35 T12:00=12:00 /close-25m=12:35")]

    // Slots that meet are one occurrence, the last slot's.
    [InlineData("at: [\"09:30\", open]",                  "2026-11-20", "(T09:30=09:30) /open=09:30")]
    [InlineData("at: [open+6h30m, close]",                "2026-11-20", "(/open+6h30m=16:00) /close=16:00")]
    [InlineData("at: [open+6h30m, close]",                "2026-11-27", "/close=13:00 /open+6h30m=16:00")]

    // Selectors; trading-days on a closing is closed by the calendar, on a weekend it is nothing.
    [InlineData("at: \"10:00\", on: trading-days",        "2026-11-20", "T10:00=10:00")]
    [InlineData("at: \"10:00\", on: trading-days",        "2026-11-26", "[T10:00=10:00]")]
    [InlineData("at: \"10:00\", on: trading-days",        "2026-11-28", "")]
    [InlineData("at: \"10:00\", on: [trading-days, thu]", "2026-11-26", "T10:00=10:00")]
    [InlineData("at: \"10:00\", on: weekdays",            "2026-11-26", "T10:00=10:00")]
    [InlineData("at: \"10:00\", on: early-closes",        "2026-11-26", "")]
    [InlineData("cron: \"0 10 * * *\", on: trading-days", "2026-11-26", "[T10:00=10:00]")]
    [InlineData("at: \"10:00\", on: trading-days, calendar: crypto", "2026-11-28", "T10:00=10:00")]

    // Steps: numbered from the start of the window, which is half-open.
    [InlineData("every: 2h, from: open, to: close",       "2026-11-20", "/0=09:30 /1=11:30 /2=13:30 /3=15:30")]
    [InlineData("every: 2h, from: open, to: close",       "2026-11-27", "/0=09:30 /1=11:30")]
    [InlineData("every: 90m, from: open+30m, to: \"13:00\"", "2026-11-20", "/0=10:00 /1=11:30")]
    [InlineData("every: 3h, from: \"10:00\", to: \"16:00\"", "2026-11-28", "/0=10:00 /1=13:00")]
    [InlineData("every: 6h",                              "2026-11-20", "/0=00:00 /1=06:00 /2=12:00 /3=18:00")]
    [InlineData("every: 24h",                             "2026-11-20", "/0=00:00")]
    [InlineData("every: 8h, to: \"16:00\"",               "2026-11-20", "/0=00:00 /1=08:00")]
    [InlineData("every: 8h, from: \"16:00\"",             "2026-11-20", "/0=16:00")]
    [InlineData("every: 2h, from: open, to: close",       "2026-11-26", "")]
    [InlineData("every: 12h, on: trading-days",           "2026-11-26", "[/0=00:00] [/1=12:00]")]

    // A window past an early close exists and is closed by it.
    [InlineData("every: 1h, from: \"14:00\", to: close",  "2026-11-20", "/0=14:00 /1=15:00")]
    [InlineData("every: 1h, from: \"14:00\", to: close",  "2026-11-27", "[/0=14:00] [/1=15:00]")]
    [InlineData("every: 1h, from: \"13:00\", to: close",  "2026-11-27", "[/0=13:00] [/1=14:00] [/2=15:00]")]
    [InlineData("every: 1h, from: \"12:00\", to: close",  "2026-11-27", "/0=12:00")]

    // Steps see no clock changes: 23 and 25 hours.
    [InlineData("every: 8h",                              "2026-03-08", "/0=00:00 /1=09:00 /2=17:00")]
    [InlineData("every: 8h",                              "2026-11-01", "/0=00:00 /1=07:00 /2=15:00 /3=23:00")]
    [InlineData("every: 1h, from: \"01:00\", to: \"04:00\"", "2026-03-08", "/0=01:00 /1=03:00")]
    [InlineData("every: 1h, from: \"02:30\", to: \"05:00\"", "2026-03-08", "/0=03:00 /1=04:00")]
    [InlineData("every: 1h, from: \"01:00\", to: \"03:00\"", "2026-11-01", "/0=01:00 /1=01:00 /2=02:00")]

    // The gap and the overlap of the clock, by policy.
    [InlineData("at: \"02:30\"",                          "2026-03-08", "T02:30=03:00")]
    [InlineData("at: \"02:30\", dst_gap: skip",           "2026-03-08", "")]
    [InlineData("at: [\"02:30\", \"03:00\"]",             "2026-03-08", "(T02:30=03:00) T03:00=03:00")]
    [InlineData("at: [\"03:00\", \"02:30\", \"02:10\"]",  "2026-03-08", "(T02:10=03:00) (T02:30=03:00) T03:00=03:00")]
    [InlineData("at: [\"02:30\", \"03:00\"], dst_gap: skip", "2026-03-08", "T03:00=03:00")]
    [InlineData("at: \"01:30\"",                          "2026-11-01", "T01:30=01:30")]
    [InlineData("at: [\"01:30\", \"01:45\"], dst_overlap: second", "2026-11-01", "T01:30=01:30 T01:45=01:45")]

    // Once.
    [InlineData("once: 2026-12-01T09:45",                 "2026-12-01", "T09:45:00=09:45")]
    [InlineData("once: 2026-12-01T09:45:30",              "2026-12-01", "T09:45:30=09:45")]
    [InlineData("once: 2026-12-01T09:45",                 "2026-12-02", "")]
    [InlineData("once: \"2026-12-01T09:45Z\"",            "2026-12-01", "T04:45:00=04:45")]
    [InlineData("once: \"2026-12-01T02:00+09:00\"",       "2026-11-30", "T12:00:00=12:00")]

    // What has no dates.
    [InlineData("whenever: { cooldown: 2h }",             "2026-11-20", "")]
    [InlineData("on_start: true",                         "2026-11-20", "")]
    public void Expansion_GivesTheseSlots(string keys, string date, string slots)
    {
        var occurrences = Expansion.Of(ScheduleText.Row(keys), Days.Date(date), ScheduleText.Calendars);
        Assert.Equal(slots, string.Join(' ', occurrences.Select(Shown)));
    }

    [Theory]
    [InlineData("first", "2026-11-01T05:30Z")]
    [InlineData("second", "2026-11-01T06:30Z")]
    public void Expansion_TakesThePassThatTheRowAsksFor(string pass, string due)
    {
        var row = ScheduleText.Row($"at: \"01:30\", dst_overlap: {pass}");
        var only = Assert.Single(Expansion.Of(row, Days.Date("2026-11-01"), ScheduleText.Calendars));
        Assert.Equal(Days.Instant(due), only.Due);
    }

    [Theory]
    [InlineData("2026-03-08", 276)]
    [InlineData("2026-03-09", 288)]
    [InlineData("2026-11-01", 300)]
    public void Expansion_CountsTheStepsOfTheRealDay(string date, int count) =>
        Assert.Equal(count, Expansion.Of(ScheduleText.Row("every: 5m"), Days.Date(date), ScheduleText.Calendars).Count);

    [Fact]
    public void Coalesced_NamesTheSlotThatStandsForIt()
    {
        var row = ScheduleText.Row("at: [\"02:10\", \"02:30\", \"03:00\"]");
        var occurrences = Expansion.Of(row, Days.Date("2026-03-08"), ScheduleText.Calendars);
        Assert.Equal(
            ["x@2026-03-08T03:00", "x@2026-03-08T03:00", null], occurrences.Select(one => one.Into?.ToString()));
    }

    // On 2018-05-04 Pyongyang's clocks jumped from 23:30 to midnight.
    [Fact]
    public void Slot_IsCoalescedIntoTheNextDate_WhenAGapReachesToMidnight()
    {
        var row = ScheduleText.Row("at: [\"00:00\", \"23:45\"]", "Asia/Pyongyang");
        var late = Expansion.Of(row, Days.Date("2018-05-04"), ScheduleText.Calendars)[^1];
        Assert.Equal(("T23:45", Presence.Coalesced), (late.Key.Slot, late.Presence));
        Assert.Equal("x@2018-05-05T00:00", late.Into.ToString());
    }

    [Fact]
    public void Anchor_IsCoalescedIntoTheNextDate_WhenSessionsMeet()
    {
        var row = ScheduleText.Row("at: [open, close], calendar: crypto", "UTC");
        var both = Expansion.Of(row, Days.Date("2026-11-20"), ScheduleText.Calendars);
        Assert.Equal([Presence.Live, Presence.Coalesced], both.Select(one => one.Presence));
        Assert.Equal("x@2026-11-21/open", both[1].Into.ToString());
    }

    // Samoa went from 29 to 31 December 2011.
    [Theory]
    [InlineData("at: \"09:35\"")]
    [InlineData("every: 1h")]
    public void Expansion_IsEmpty_OnADateThatTheZoneSkips(string keys) =>
        Assert.Empty(Expansion.Of(
            ScheduleText.Row(keys, "Pacific/Apia"), Days.Date("2011-12-30"), ScheduleText.Calendars));

    [Theory]
    [InlineData("1989-12-31")]
    [InlineData("2101-01-01")]
    public void Expansion_IsEmpty_OutsideTheCalendars(string date) =>
        Assert.Empty(Expansion.Of(ScheduleText.Row("every: 1h"), Days.Date(date), ScheduleText.Calendars));

    private static string Shown(Occurrence one)
    {
        var text = $"{one.Key.Slot}={TimeZoneInfo.ConvertTime(one.Due, Zones.NewYork):HH:mm}";
        return one.Presence switch
        {
            Presence.Coalesced => $"({text})",
            Presence.ClosedByCalendar => $"[{text}]",
            _ => text,
        };
    }
}
