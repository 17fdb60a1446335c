using Kobe.Core.Planning;
using Kobe.Testing;

namespace Kobe.Core.Tests.Schedules;

/// <summary>
/// Cron on dates whose clocks change: zone, date, expression, and each live slot with its instant in UTC (+1: on the
/// next UTC date, -1: on the one before). The instants were found by walking through the minutes.
/// </summary>
public class CronClockChangeTests
{
    [Theory]

    // New York springs forward on 2026-03-08: 02:00 to 03:00 do not exist and fall on 03:00, 07:00 UTC.
    [InlineData("America/New_York",    "2026-03-08", "30 1 * * *",          "01:30=06:30")]
    [InlineData("America/New_York",    "2026-03-08", "59 1 * * *",          "01:59=06:59")]
    [InlineData("America/New_York",    "2026-03-08", "0 2 * * *",           "02:00=07:00")]
    [InlineData("America/New_York",    "2026-03-08", "30 2 * * *",          "02:30=07:00")]
    [InlineData("America/New_York",    "2026-03-08", "59 2 * * *",          "02:59=07:00")]
    [InlineData("America/New_York",    "2026-03-08", "0 3 * * *",           "03:00=07:00")]
    [InlineData("America/New_York",    "2026-03-08", "30 2,3 * * *",        "02:30=07:00 03:30=07:30")]
    [InlineData("America/New_York",    "2026-03-08", "0 1-4 * * *",         "01:00=06:00 03:00=07:00 04:00=08:00")]
    [InlineData("America/New_York",    "2026-03-08", "*/20 2 * * *",        "02:40=07:00")]
    [InlineData("America/New_York",    "2026-03-08", "*/30 2-3 * * SUN",    "03:00=07:00 03:30=07:30")]
    [InlineData("America/New_York",    "2026-03-08", "0 0,12 * * *",        "00:00=05:00 12:00=16:00")]
    [InlineData("America/New_York",    "2026-03-07", "30 2 * * *",          "02:30=07:30")]
    [InlineData("America/New_York",    "2026-03-09", "30 2 * * *",          "02:30=06:30")]

    // New York falls back on 2026-11-01: 01:00 to 02:00 come twice and count the first time.
    [InlineData("America/New_York",    "2026-11-01", "30 0 * * *",          "00:30=04:30")]
    [InlineData("America/New_York",    "2026-11-01", "0 1 * * *",           "01:00=05:00")]
    [InlineData("America/New_York",    "2026-11-01", "30 1 * * *",          "01:30=05:30")]
    [InlineData("America/New_York",    "2026-11-01", "59 1 * * *",          "01:59=05:59")]
    [InlineData("America/New_York",    "2026-11-01", "0 2 * * *",           "02:00=07:00")]
    [InlineData("America/New_York",    "2026-11-01", "0 1-3 * * *",         "01:00=05:00 02:00=07:00 03:00=08:00")]
    [InlineData("America/New_York",    "2026-11-01", "*/30 1 * * *",        "01:00=05:00 01:30=05:30")]
    [InlineData("America/New_York",    "2026-11-01", "0 23 * * *",          "23:00=+1 04:00")]
    [InlineData("America/New_York",    "2026-10-31", "30 1 * * *",          "01:30=05:30")]
    [InlineData("America/New_York",    "2026-11-02", "30 1 * * *",          "01:30=06:30")]

    // Lord Howe moves by half an hour: forward 2026-10-04 at 02:00, back 2026-04-05 at 02:00.
    [InlineData("Australia/Lord_Howe", "2026-10-04", "45 1 * * *",          "01:45=-1 15:15")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "0 2 * * *",           "02:00=-1 15:30")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "15 2 * * *",          "02:15=-1 15:30")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "30 2 * * *",          "02:30=-1 15:30")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "*/15 2 * * *",        "02:30=-1 15:30 02:45=-1 15:45")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "15 1 * * *",          "01:15=-1 14:15")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "30 1 * * *",          "01:30=-1 14:30")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "45 1 * * *",          "01:45=-1 14:45")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "0 2 * * *",           "02:00=-1 15:30")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "30 1-2 * * *",        "01:30=-1 14:30 02:30=-1 16:00")]

    // Changes at midnight: Beirut skips 00:00 to 01:00, Havana repeats it.
    [InlineData("Asia/Beirut",         "2026-03-29", "0 0 * * *",           "00:00=-1 22:00")]
    [InlineData("Asia/Beirut",         "2026-03-29", "30 0 * * *",          "00:30=-1 22:00")]
    [InlineData("Asia/Beirut",         "2026-03-29", "0 0-2 * * *",         "01:00=-1 22:00 02:00=-1 23:00")]
    [InlineData("America/Havana",      "2026-11-01", "30 0 * * *",          "00:30=04:30")]
    [InlineData("America/Havana",      "2026-11-01", "0 1 * * *",           "01:00=06:00")]

    // London, and zones without any change.
    [InlineData("Europe/London",       "2026-03-29", "30 1 * * *",          "01:30=01:00")]
    [InlineData("Europe/London",       "2026-10-25", "30 1 * * *",          "01:30=00:30")]
    [InlineData("America/Phoenix",     "2026-03-08", "30 2 * * *",          "02:30=09:30")]
    [InlineData("America/Phoenix",     "2026-11-01", "30 1 * * *",          "01:30=08:30")]
    [InlineData("Asia/Tokyo",          "2026-03-08", "30 2 * * *",          "02:30=-1 17:30")]
    [InlineData("UTC",                 "2026-03-08", "30 2 * * *",          "02:30=02:30")]
    public void Cron_FallsDue_WhenTheClocksChange(string zone, string date, string expression, string slots)
    {
        var task = ScheduleText.Row($"cron: \"{expression}\"", zone);
        var day = Days.Date(date);
        var live = Expansion.Of(task, day, ScheduleText.Calendars).Where(one => one.Presence == Presence.Live);
        Assert.Equal(slots, string.Join(' ', live.Select(one => $"{one.Key.Slot[1..]}={Shown(one.Due, day)}")));
    }

    private static string Shown(DateTimeOffset due, DateOnly date)
    {
        var days = DateOnly.FromDateTime(due.UtcDateTime).DayNumber - date.DayNumber;
        return days == 0 ? $"{due:HH:mm}" : $"{days:+0;-0} {due:HH:mm}";
    }
}
