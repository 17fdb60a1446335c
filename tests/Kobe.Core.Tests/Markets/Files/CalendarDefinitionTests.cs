namespace Kobe.Core.Tests.Markets.Files;

/// <summary>What calendar files do: new calendars, and single days added to known ones.</summary>
public class CalendarDefinitionTests
{
    // As schedule/calendars/README.md shows it.
    private const string London = """
        calendar: xlon
        zone: Europe/London
        week: [mon, tue, wed, thu, fri]           # default
        hours: { pre: "05:05", open: "08:00", close: "16:30", post: "17:15", post_after_early_close: 45m }
        announced_through: 2026-12-31             # later days are unconfirmed
        closings:
          - { name: New Year's Day,   date: "01-01", observed: nearest_weekday }
          - { name: Good Friday,      easter: -2 }
          - { name: Early May holiday, weekday: mon, nth: 1, month: 5 }
          - { name: Spring holiday,   weekday: mon, nth: -1, month: 5, from: 2003-01-01 }
        early_closes:
          - { name: Christmas Eve, date: "12-24", at: "12:30", on: [mon, tue, wed, thu, fri] }

        """;

    [Fact]
    public void Readme_ShowsThisExample() =>
        Assert.Contains(
            London.TrimEnd(),
            File.ReadAllText(Kobe.Testing.Repository.At("schedule", "calendars", "README.md")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-01-02", "Session 05:05 08:00 16:30 17:15 ''")]
    [InlineData("2026-01-01", "Holiday 'New Year's Day'")]
    [InlineData("2027-12-31", "Holiday 'New Year's Day'")] // the 1st is a Saturday
    [InlineData("2023-01-02", "Holiday 'New Year's Day'")] // the 1st is a Sunday
    [InlineData("2026-04-03", "Holiday 'Good Friday'")]
    [InlineData("2026-05-04", "Holiday 'Early May holiday'")]
    [InlineData("2026-05-25", "Holiday 'Spring holiday'")]
    [InlineData("2002-05-27", "Session 05:05 08:00 16:30 17:15 ''")] // before the rule
    [InlineData("2003-05-26", "Holiday 'Spring holiday'")]
    [InlineData("2026-12-24", "EarlyClose 05:05 08:00 12:30 13:15 'Christmas Eve'")]
    [InlineData("2022-12-24", "Weekend ''")]
    [InlineData("2026-03-30", "Session 05:05 08:00 16:30 17:15 ''")] // the day after the clocks go forward
    public void London_TradesByItsRules(string date, string day) =>
        Assert.Equal(day, CalendarFolder.Read(London).Day(date, "xlon"));

    [Theory]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-04", false)]
    public void London_IsConfirmed_AsFarAsAnnounced(string date, bool confirmed) =>
        Assert.Equal(
            confirmed,
            CalendarFolder.Read(London).Set.Find("xlon")!.Calendar.On(Kobe.Testing.Days.Date(date)).Confirmed);

    [Theory]
    // rule                                             date         day
    [InlineData("date: \"07-04\", observed: on_the_day",        "2026-07-03", "Session")]
    [InlineData("date: \"07-04\", observed: nearest_weekday",   "2026-07-03", "Holiday")]
    [InlineData("date: \"07-04\", observed: sunday_to_monday",  "2026-07-03", "Session")]
    [InlineData("date: \"07-05\", observed: sunday_to_monday",  "2026-07-06", "Holiday")]
    [InlineData("weekday: mon, nth: -1, month: 5",              "2027-05-31", "Holiday")]
    [InlineData("weekday: thu, nth: 4, month: 11, plus_days: 1", "2026-11-27", "Holiday")]
    [InlineData("weekday: fri, nth: 5, month: 1",               "2026-01-30", "Holiday")]
    [InlineData("weekday: fri, nth: 5, month: 2",               "2026-03-06", "Session")] // there is no fifth
    [InlineData("date: \"02-29\"",                              "2028-02-29", "Holiday")]
    [InlineData("date: \"02-29\"",                              "2027-03-01", "Session")]
    [InlineData("easter: 1, until: 2026-04-05",                 "2026-04-06", "Session")]
    [InlineData("easter: 1, until: 2026-04-06",                 "2026-04-06", "Holiday")]
    public void Rule_FallsWhereItShould(string rule, string date, string day) =>
        Assert.StartsWith(day, New($"closings:\n  - {{ name: n, {rule} }}\n").Day(date, "a"), StringComparison.Ordinal);

    [Theory]
    [InlineData("week: [sun, mon, tue, wed, thu]", "2026-11-22", "Session 10:00 10:00 14:00 14:00 ''")]
    [InlineData("week: [sun, mon, tue, wed, thu]", "2026-11-27", "Weekend ''")]
    [InlineData("week: sat",                       "2026-11-28", "Session 10:00 10:00 14:00 14:00 ''")]
    public void Week_IsWhatTheFileSays(string week, string date, string day) =>
        Assert.Equal(day, New(week + "\n").Day(date, "a"));

    [Fact]
    public void Hours_MayLastTheWholeDay()
    {
        var folder = CalendarFolder.Read(
            "calendar: a\nzone: Asia/Tokyo\nweek: [sat, sun]\nhours: { open: \"00:00\", close: \"24:00\" }\n");

        var session = folder.Set.Find("a")!.Calendar.On(new(2026, 11, 28)).Session!;
        Assert.Equal(TimeSpan.FromHours(24), session.Close - session.Open);
        Assert.Equal(Kobe.Testing.Days.Instant("2026-11-27T15:00Z"), session.Open);
    }

    [Theory]
    // entries for one date                   date         day
    [InlineData("closed",                     "2026-11-24", "Holiday 'n'")]
    [InlineData("early_close 13:00",          "2026-11-24", "EarlyClose 04:00 09:30 13:00 17:00 'n'")]
    [InlineData("late_open 11:00",            "2026-11-24", "Session 04:00 11:00 16:00 20:00 'n'")]
    [InlineData("late_open 11:00 + early_close 13:00", "2026-11-24", "EarlyClose 04:00 11:00 13:00 17:00 'n'")]
    [InlineData("early_close 12:00",          "2026-11-27", "EarlyClose 04:00 09:30 12:00 16:00 'n'")]
    [InlineData("late_open 11:00",            "2026-11-27", "EarlyClose 04:00 11:00 13:00 17:00 'n'")]
    [InlineData("closed",                     "2026-11-27", "Holiday 'n'")]
    [InlineData("reopen",                     "2026-11-26", "Session 04:00 09:30 16:00 20:00 'n'")]
    [InlineData("reopen",                     "2026-11-28", "Session 04:00 09:30 16:00 20:00 'n'")]
    [InlineData("reopen + early_close 12:30", "2026-11-28", "EarlyClose 04:00 09:30 12:30 16:30 'n'")]
    [InlineData("early_close 12:30 + reopen + late_open 10:00", "2026-11-28", "EarlyClose 04:00 10:00 12:30 16:30 'n'")]
    public void Days_ChangeTheCalendar(string entries, string date, string day) =>
        Assert.Equal(day, CalendarFolder.Read(Days(entries, date)).Day(date));

    [Fact]
    public void Days_CarryTheirSource_AndAreConfirmedByIt()
    {
        var day = CalendarFolder.Read(Days("closed", "2099-11-24")).Set.Default.Calendar.On(new(2099, 11, 24));

        Assert.Equal(("s", true), (day.Source, day.Confirmed));
    }

    [Fact]
    public void Days_AddUp_OverFilesAndCalendars()
    {
        var folder = CalendarFolder.Read(
            ("z.yaml", London),
            ("a.yaml", Days("closed", "2026-11-24", "xlon")),
            ("b.yaml", Days("closed", "2026-11-25", "xlon")),
            ("c.yaml", Days("closed", "2026-11-24", "crypto")));

        Assert.Equal(["crypto", "xlon", "xnys"], folder.Set.Names);
        Assert.Equal("Holiday 'n'", folder.Day("2026-11-24", "xlon"));
        Assert.Equal("Holiday 'n'", folder.Day("2026-11-25", "xlon"));
        Assert.Equal("Holiday 'n'", folder.Day("2026-11-24", "crypto"));
        Assert.StartsWith("Session", folder.Day("2026-11-24"), StringComparison.Ordinal);
    }

    private static CalendarFolder New(string more) =>
        CalendarFolder.Read("calendar: a\nzone: UTC\nhours: { open: \"10:00\", close: \"14:00\" }\n" + more);

    private static string Days(string entries, string date, string calendar = "xnys") =>
        $"calendar: {calendar}\ndays:\n" + string.Concat(entries.Split(" + ").Select(entry => entry.Split(' ')).Select(
            words => $"  - {{ date: {date}, is: {words[0]}, name: n, source: s"
                + $"{(words is [_, var at] ? $", at: \"{at}\"" : "")} }}\n"));
}
