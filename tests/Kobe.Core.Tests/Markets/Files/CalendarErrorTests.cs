using Kobe.Core.Markets.Files;
using Kobe.Core.Text;

namespace Kobe.Core.Tests.Markets.Files;

/// <summary>Every way in which a calendar file can be wrong, with the exact place of each error.</summary>
public class CalendarErrorTests
{
    private const string Hours = "hours: { open: \"08:00\", close: \"16:00\" }\n";

    private const string Zone = "calendar: a\nzone: UTC\n";

    private const string New = Zone + Hours;

    [Theory]
    // the file as a whole
    [InlineData("",                                              "")]
    [InlineData("days: []\n",                                    "1:1 KOBE1030")]
    [InlineData("[]\n",                                          "1:1 KOBE1032")]
    [InlineData("calendar: xnys\nday: []\n",                     "2:1 KOBE1003")]
    [InlineData("calendar: xnys\ndays: none\n",                  "2:7 KOBE1032")]
    [InlineData("calendar: xnys\nannounced_through: soon\n",     "2:20 KOBE1037")]
    // the name
    [InlineData("calendar: xnyz\n",                              "1:11 KOBE1208")]
    [InlineData("calendar: New York\n",                          "1:11 KOBE1208")]
    [InlineData("calendar: \"\"\n",                              "1:11 KOBE1031")]
    [InlineData("calendar: a234567890123456789012345678901234\n" + "zone: UTC\n" + Hours, "1:11 KOBE1208")]
    // built-in calendars keep their rules
    [InlineData("calendar: xnys\nzone: UTC\n",                   "2:7 KOBE1209")]
    [InlineData("calendar: crypto\n" + Hours,                    "2:8 KOBE1209")]
    [InlineData("calendar: xnys\nclosings: []\n",                "2:11 KOBE1209")]
    // a new calendar
    [InlineData("calendar: a\nzone: UTC\n",                      "1:1 KOBE1030")]
    [InlineData("calendar: a\n" + Hours,                         "1:1 KOBE1030")]
    [InlineData("calendar: a\nzone: Mars\n" + Hours,             "2:7 KOBE1201")]
    [InlineData(New + "week: []\n",                              "4:7 KOBE1040")]
    [InlineData(New + "week: [mon, tues]\n",                     "4:13 KOBE1039")]
    [InlineData(Zone + "hours: { open: \"08:00\" }\n", "3:8 KOBE1030")]
    [InlineData(Zone + "hours: { open: \"16:00\", close: \"08:00\" }\n", "3:8 KOBE1205")]
    [InlineData(Zone + "hours: { open: \"08:00\", close: \"08:00\" }\n", "3:8 KOBE1205")]
    [InlineData(Zone + "hours: { open: \"24:00\", close: \"24:00\" }\n", "3:16 KOBE1036")]
    [InlineData(Zone + "hours: { pre: \"09:00\", open: \"08:00\", close: \"16:00\" }\n",  "3:8 KOBE1205")]
    [InlineData(Zone + "hours: { open: \"08:00\", close: \"16:00\", post: \"15:00\" }\n", "3:8 KOBE1205")]
    public void Read_NamesThePlace_OfWhatIsWrongInAFile(string text, string errors) =>
        Assert.Equal(errors, CalendarFolder.Read(text).Errors);

    [Theory]
    // one entry of 'days', which begins at 3:5
    [InlineData("is: closed, name: n, source: s",                                   "3:5 KOBE1030")]
    [InlineData("date: 2026-11-24, name: n, source: s",                             "3:5 KOBE1030")]
    [InlineData("date: 2026-11-24, is: closed",                                     "3:5 KOBE1030, 3:5 KOBE1030")]
    [InlineData("date: 2026-11-24, is: closed, name: n, sauce: s",                  "3:5 KOBE1030, 3:46 KOBE1003")]
    [InlineData("date: 2026-02-29, is: closed, name: n, source: s",                 "3:13 KOBE1037")]
    [InlineData("date: 24.11.2026, is: closed, name: n, source: s",                 "3:13 KOBE1037")]
    [InlineData("date: 1989-12-31, is: closed, name: n, source: s",                 "3:13 KOBE1206")]
    [InlineData("date: 2101-01-01, is: closed, name: n, source: s",                 "3:13 KOBE1206")]
    [InlineData("date: 2026-11-24, is: shut, name: n, source: s",                   "3:29 KOBE1039")]
    [InlineData("date: 2026-11-24, is: early_close, name: n, source: s",            "3:5 KOBE1030")]
    [InlineData("date: 2026-11-24, is: late_open, name: n, source: s",              "3:5 KOBE1030")]
    [InlineData("date: 2026-11-24, is: closed, at: \"13:00\", name: n, source: s",  "3:41 KOBE1207")]
    [InlineData("date: 2026-11-26, is: reopen, at: \"13:00\", name: n, source: s",  "3:41 KOBE1207")]
    [InlineData("date: 2026-11-24, is: early_close, at: \"25:00\", name: n, source: s", "3:46 KOBE1036")]
    // against the day: a session, a holiday, a weekend, an early close at 13:00 by rule
    [InlineData("date: 2026-11-24, is: reopen, name: n, source: s",                      "3:5 KOBE1204")]
    [InlineData("date: 2026-11-26, is: early_close, at: \"13:00\", name: n, source: s",  "3:5 KOBE1204")]
    [InlineData("date: 2026-11-26, is: late_open, at: \"13:00\", name: n, source: s",    "3:5 KOBE1204")]
    [InlineData("date: 2026-11-28, is: early_close, at: \"13:00\", name: n, source: s",  "3:5 KOBE1204")]
    [InlineData("date: 2026-11-28, is: closed, name: n, source: s",                      "3:5 KOBE1211")]
    [InlineData("date: 2026-11-26, is: closed, name: n, source: s",                      "")]
    [InlineData("date: 2026-11-24, is: early_close, at: \"09:30\", name: n, source: s",  "3:5 KOBE1205")]
    [InlineData("date: 2026-11-24, is: early_close, at: \"16:00\", name: n, source: s",  "3:5 KOBE1205")]
    [InlineData("date: 2026-11-24, is: late_open, at: \"09:30\", name: n, source: s",    "3:5 KOBE1205")]
    [InlineData("date: 2026-11-24, is: late_open, at: \"16:00\", name: n, source: s",    "3:5 KOBE1205")]
    [InlineData("date: 2026-11-27, is: late_open, at: \"12:59\", name: n, source: s",    "")]
    [InlineData("date: 2026-11-27, is: late_open, at: \"13:00\", name: n, source: s",    "3:5 KOBE1205")]
    [InlineData("date: 2026-11-27, is: early_close, at: \"14:00\", name: n, source: s",  "")]
    public void Read_NamesThePlace_OfWhatIsWrongInADay(string entry, string errors) =>
        Assert.Equal(errors, CalendarFolder.Read($"calendar: xnys\ndays:\n  - {{ {entry} }}\n").Errors);

    [Theory]
    // two entries for one date, at 3:5 and 4:5
    [InlineData("2026-11-24", "closed",             "closed",             "4:5 KOBE1203")]
    [InlineData("2026-11-24", "early_close 13:00",  "early_close 13:00",  "4:5 KOBE1203")]
    [InlineData("2026-11-24", "early_close 13:00",  "early_close 14:00",  "4:5 KOBE1203")]
    [InlineData("2026-11-24", "late_open 11:00",    "late_open 11:00",    "4:5 KOBE1203")]
    [InlineData("2026-11-26", "reopen",             "reopen",             "4:5 KOBE1203")]
    [InlineData("2026-11-24", "closed",             "early_close 13:00",  "4:5 KOBE1202")]
    [InlineData("2026-11-24", "early_close 13:00",  "closed",             "3:5 KOBE1202")]
    [InlineData("2026-11-24", "closed",             "late_open 11:00",    "4:5 KOBE1202")]
    [InlineData("2026-11-26", "reopen",             "closed",             "3:5 KOBE1202")]
    [InlineData("2026-11-24", "late_open 13:00",    "early_close 13:00",  "4:5 KOBE1202")]
    [InlineData("2026-11-24", "late_open 13:00",    "early_close 12:00",  "4:5 KOBE1202")]
    [InlineData("2026-11-24", "late_open 11:00",    "early_close 13:00",  "")]
    [InlineData("2026-11-27", "late_open 13:30",    "early_close 14:00",  "")]
    [InlineData("2026-11-26", "reopen",             "early_close 13:00",  "")]
    [InlineData("2026-11-26", "late_open 11:00",    "reopen",             "")]
    [InlineData("2026-11-26", "early_close 17:00",  "reopen",             "3:5 KOBE1205")]
    public void Read_RefusesEntries_ThatContradictEachOther(string date, string first, string second, string errors)
    {
        var (one, two) = (Entry(date, first), Entry(date, second));
        Assert.Equal(errors, CalendarFolder.Read($"calendar: xnys\ndays:\n{one}{two}").Errors);

        // In two files it is the same, wherever the entries stand.
        var apart = CalendarFolder.Read(
            ("a.yaml", $"calendar: xnys\ndays:\n{one}"), ("b.yaml", $"calendar: xnys\ndays:\n{two}"));
        Assert.Equal(errors.Length == 0 ? "" : errors[4..], apart.Errors.Length == 0 ? "" : apart.Errors[11..]);
    }

    [Theory]
    // one rule of 'closings', which begins at 5:5
    [InlineData("date: \"12-25\"",                                 "5:5 KOBE1030")]
    [InlineData("name: n",                                         "5:5 KOBE1207")]
    [InlineData("name: n, date: \"12-25\", easter: 1",             "5:5 KOBE1207")]
    [InlineData("name: n, date: \"12-25\", weekday: mon",          "5:5 KOBE1207")]
    [InlineData("name: n, date: \"12-25\", nth: 1",                "5:5 KOBE1207")]
    [InlineData("name: n, easter: 1, month: 3",                    "5:5 KOBE1207")]
    [InlineData("name: n, weekday: mon",                           "5:5 KOBE1207")]
    [InlineData("name: n, weekday: mon, nth: 1",                   "5:5 KOBE1207")]
    [InlineData("name: n, weekday: mon, nth: 0, month: 9",         "5:5 KOBE1207")]
    [InlineData("name: n, weekday: mon, nth: 6, month: 9",         "5:35 KOBE1035")]
    [InlineData("name: n, weekday: mon, nth: 1, month: 13",        "5:45 KOBE1035")]
    [InlineData("name: n, weekday: monday, nth: 1, month: 9",      "5:25 KOBE1039")]
    [InlineData("name: n, date: \"02-30\"",                        "5:22 KOBE1037")]
    [InlineData("name: n, date: \"25-12\"",                        "5:22 KOBE1037")]
    [InlineData("name: n, date: \"02-29\"",                        "")]
    [InlineData("name: n, date: 2026-12-25",                       "5:22 KOBE1037")]
    [InlineData("name: n, easter: 61",                             "5:24 KOBE1035")]
    [InlineData("name: n, easter: 1, observed: monday",            "5:37 KOBE1039")]
    [InlineData("name: n, easter: 1, from: 2027-01-01, until: 2026-01-01", "5:52 KOBE1202")]
    [InlineData("name: n, easter: 1, at: \"12:00\"",               "5:27 KOBE1003")]
    public void Read_NamesThePlace_OfWhatIsWrongInARule(string rule, string errors) =>
        Assert.Equal(errors, CalendarFolder.Read($"{New}closings:\n  - {{ {rule} }}\n").Errors);

    [Theory]
    // the time of an early close by rule; the hours are 08:00 to 16:00
    [InlineData("08:01", "")]
    [InlineData("15:59", "")]
    [InlineData("07:00", "5:37 KOBE1205")]
    [InlineData("08:00", "5:37 KOBE1205")]
    [InlineData("16:00", "5:37 KOBE1205")]
    [InlineData("18:00", "5:37 KOBE1205")]
    [InlineData("24:00", "5:37 KOBE1036")]
    public void Read_RefusesAnEarlyClose_OutsideTheHours(string at, string errors) =>
        Assert.Equal(
            errors,
            CalendarFolder.Read($"{New}early_closes:\n  - {{ name: Eve, date: \"12-24\", at: \"{at}\" }}\n").Errors);

    [Fact]
    public void Read_RefusesACalendar_DefinedTwice() =>
        Assert.Equal("b.yaml:1:11 KOBE1203", CalendarFolder.Read(("a.yaml", New), ("b.yaml", New)).Errors);

    [Fact]
    public void Read_BlamesTheDefinition_NotTheFilesThatAddToIt()
    {
        var folder = CalendarFolder.Read(
            ("a.yaml", "calendar: a\nzone: Mars\n" + Hours), ("b.yaml", "calendar: a\n"), ("c.yaml", "calendar: b\n"));

        Assert.Equal("a.yaml:2:7 KOBE1201, c.yaml:1:11 KOBE1208", folder.Errors);
    }

    [Fact]
    public void Read_ShowsAllErrorsOfAllFiles_InOrder()
    {
        var folder = CalendarFolder.Read(
            ("phases.yaml", "phases: none\n"), ("b.yaml", "calendar: xnyz\nday: []\n"), ("events.yaml", "fomc: 1\n"));

        Assert.Equal(
            "b.yaml:1:11 KOBE1208, b.yaml:2:1 KOBE1003, events.yaml:1:7 KOBE1032, phases.yaml:1:9 KOBE1032",
            folder.Errors);
    }

    [Theory]
    // text                                               what the message must hold
    [InlineData("calendar: xnyz\n",                       "There is no calendar 'xnyz'. Did you mean xnys?")]
    [InlineData("calendar: tokyo\n",                      "Give a new calendar a zone and hours.")]
    [InlineData("calendar: a\nzone: Europe/Londn\n" + Hours, "Did you mean Europe/London?")]
    [InlineData("calender: xnys\n",                       "Did you mean 'calendar'?")]
    [InlineData("calendar: xnys\ndays:\n  - { date: 2026-11-27, is: late_open, at: \"13:00\", name: n, source: s }\n",
        "Write a time after 09:30 and before 13:00.")]
    [InlineData("calendar: crypto\ndays:\n  - { date: 2026-11-27, is: late_open, at: \"00:00\", name: n, source: s }\n",
        "Write a time after 00:00 and before 24:00.")]
    public void Read_SaysWhatWouldBeRight(string text, string words) =>
        Assert.Contains(words, CalendarFolder.Read(text).Diagnostics.Items[0].ToString(), StringComparison.Ordinal);

    [Fact]
    public void Read_ReportsOnce_ThatThereAreNoZones()
    {
        var diagnostics = new Diagnostics();

        Assert.Null(CalendarDirectory.Read([], new FakeZones(), diagnostics));
        Assert.Equal(
            "America/New_York:1:1: error KOBE1201: This machine has no time zone data for New York. "
                + "Install the tzdata package.",
            Assert.Single(diagnostics.Items).ToString());
    }

    private static string Entry(string date, string what)
    {
        var at = what.Split(' ') is [_, var time] ? $", at: \"{time}\"" : "";
        return $"  - {{ date: {date}, is: {what.Split(' ')[0]}{at}, name: n, source: s }}\n";
    }
}
