using Kobe.Core.Planning;
using Kobe.Core.Tests.Schedules;
using Kobe.Testing;

namespace Kobe.Core.Tests.Planning;

/// <summary>When occurrences expire: keys, date, the first due time and its expiry on New York's clocks.</summary>
public class ExpiryTests
{
    private const string Entry = "category: trading, kind: entry, phases: [MORNING, POWER_HOUR, CLOSING], ";
    private const string Exit = "category: trading, kind: exit, ";

    [Theory]
    // Trading entries and others: the end of the phase, at most half an hour.
    [InlineData(Entry + "at: open+30m",                "2026-11-20", "10:00", "10:30")]
    [InlineData(Entry + "at: \"11:10\"",               "2026-11-20", "11:10", "11:30")]
    [InlineData(Entry + "at: close-25m",               "2026-11-20", "15:35", "16:00")]
    [InlineData(Entry + "at: close-25m",               "2026-11-27", "12:35", "13:00")]
    [InlineData("category: trading, kind: other, at: \"06:50\"", "2026-11-20", "06:50", "07:20")]
    [InlineData("category: trading, kind: other, at: \"09:20\"", "2026-11-20", "09:20", "09:30")]

    // Exits: a quarter of an hour after the close, or half an hour after due where that is later.
    [InlineData(Exit + "at: \"10:00\"",                "2026-11-20", "10:00", "16:15")]
    [InlineData(Exit + "at: close-10m",                "2026-11-27", "12:50", "13:20")]
    [InlineData(Exit + "at: close-10m",                "2026-11-20", "15:50", "16:20")]
    [InlineData(Exit + "at: close+10m",                "2026-11-20", "16:10", "16:40")]
    [InlineData("category: trading, kind: reconcile, at: \"10:00\"", "2026-11-28", "10:00", "10:30")]

    // Monitoring: the next slot, also over closings and clock changes.
    [InlineData("category: monitoring, every: 5m, from: open, to: close", "2026-11-20", "09:30", "09:35")]
    [InlineData("category: monitoring, at: \"10:00\"", "2026-11-20", "10:00", "+1 10:00")]
    [InlineData("category: monitoring, at: \"10:00\", on: trading-days", "2026-11-20", "10:00", "+3 10:00")]
    [InlineData("category: monitoring, at: open, on: trading-days", "2026-11-25", "09:30", "+2 09:30")]
    [InlineData("category: monitoring, cron: \"0 10 1 * *\"", "2026-12-01", "10:00", "+31 10:00")]
    [InlineData("category: monitoring, once: 2026-12-01T09:45", "2026-12-01", "09:45", "+1 09:45")]
    [InlineData("category: monitoring, at: [\"02:30\", \"03:00\"]", "2026-03-08", "03:00", "+1 02:30")]

    // Maintenance: a day. Research and learning: the end of the phase, or four hours where that is later.
    [InlineData("at: \"10:00\"",                       "2026-11-20", "10:00", "+1 10:00")]
    [InlineData("at: \"10:00\"",                       "2026-10-31", "10:00", "+1 09:00")]
    [InlineData("category: research, at: \"10:00\"",   "2026-11-20", "10:00", "14:00")]
    [InlineData("category: research, at: \"04:10\"",   "2026-11-20", "04:10", "09:30")]
    [InlineData("category: learning, at: \"16:30\"",   "2026-11-20", "16:30", "20:30")]
    [InlineData("category: learning, at: \"16:01\"",   "2026-11-27", "16:01", "20:01")]
    [InlineData("category: research, at: \"09:00\"",   "2026-11-28", "09:00", "+1 00:00")]
    [InlineData("category: research, at: \"22:00\"",   "2026-11-28", "22:00", "+1 02:00")]

    // What the row itself says.
    [InlineData("at: \"10:00\", expires: 45m",         "2026-11-20", "10:00", "10:45")]
    [InlineData("at: \"10:00\", expires: phase-end",   "2026-11-20", "10:00", "11:30")]
    [InlineData("at: \"02:10\", expires: phase-end",   "2026-11-20", "02:10", "04:00")]
    [InlineData("at: \"01:00\", expires: phase-end",   "2026-11-20", "01:00", "04:00")]
    [InlineData("at: open+5m, expires: close-30m",     "2026-11-27", "09:35", "12:30")]
    [InlineData("at: [\"10:00\", \"12:00\"], expires: next-slot", "2026-11-20", "10:00", "12:00")]
    public void Occurrence_ExpiresThen(string keys, string date, string due, string expires)
    {
        var occurrences = Expansion.Of(ScheduleText.Row(keys), Days.Date(date), ScheduleText.Calendars);
        var first = occurrences.First(one => one.Presence == Presence.Live);
        Assert.Equal((due, expires), (Shown(first.Due, date), Shown(first.Expires, date)));
    }

    // The Wednesday before Thanksgiving; on the Friday the window from 14:00 is closed by the early close.
    [Theory]
    [InlineData("from: open, to: close, on: trading-days", "15:30", "+2 09:30")]
    [InlineData("from: \"14:00\", to: close", "15:00", "+5 14:00")]
    [InlineData("from: \"12:30\", to: \"14:00\", on: trading-days", "13:30", "+2 12:30")]
    public void LastStep_ExpiresAtTheFirstOfTheNextWindow(string window, string due, string expires)
    {
        var row = ScheduleText.Row($"category: monitoring, every: 1h, {window}");
        var last = Expansion.Of(row, Days.Date("2026-11-25"), ScheduleText.Calendars)[^1];
        Assert.Equal((due, expires), (Shown(last.Due, "2026-11-25"), Shown(last.Expires, "2026-11-25")));
    }

    [Theory]
    [InlineData("whenever: { cooldown: 2h }", "/w3", "x@2026-11-20/w3", "+1 10:00")]
    [InlineData("whenever: { cooldown: 2h }, category: research", "/w3", "x@2026-11-20/w3", "14:00")]
    [InlineData("on_start: true, category: trading, kind: reconcile", "/boot-41", "x@2026-11-20/boot-41", "16:15")]
    [InlineData("at: \"09:35\", category: trading, kind: other", "/manual-7", "x@2026-11-20/manual-7", "10:30")]
    public void Unplanned_HasAKeyAndAnExpiryToo(string keys, string slot, string key, string expires)
    {
        var due = Days.Instant("2026-11-20T15:00Z");
        var one = Expansion.Unplanned(ScheduleText.Row(keys), slot, due, ScheduleText.Calendars);
        Assert.Equal((key, expires), (one.Key.ToString(), Shown(one.Expires, "2026-11-20")));
    }

    private static string Shown(DateTimeOffset instant, string date)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zones.NewYork);
        var days = DateOnly.FromDateTime(local.DateTime).DayNumber - Days.Date(date).DayNumber;
        return days == 0 ? $"{local:HH:mm}" : $"{days:+0} {local:HH:mm}";
    }
}
