using System.Text;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Input;

/// <summary>Calendar files that are wrong: every error with its place, exit 2, and nothing is printed.</summary>
/// <remarks>Each code has its own table in the tests of the core; here it is how the program tells them.</remarks>
public class CalendarFileTests
{
    private const string Good = """
        calendar: xnys
        days:
          - { date: 2026-11-24, is: closed, name: Storm, source: notice }

        """;

    [Theory]
    // text                                          place and code of every error
    [InlineData("calender: xnys\n",                  "1:1 KOBE1003, 1:1 KOBE1030")]
    [InlineData("calendar: xnyz\n",                  "1:11 KOBE1208")]
    [InlineData("calendar: xnys\nzone: UTC\n",       "2:7 KOBE1209")]
    [InlineData("calendar: a\nzone: Mars\n",         "1:1 KOBE1030, 2:7 KOBE1201")]
    [InlineData("- xnys\n",                          "1:1 KOBE1032")]
    [InlineData("calendar: &a xnys\n",               "1:11 KOBE1008")]
    [InlineData("calendar: !a xnys\n",               "1:11 KOBE1010")]
    [InlineData("calendar: *a\n",                    "1:11 KOBE1009")]
    [InlineData("calendar: xnys\n---\ncalendar: b\n", "2:1 KOBE1011")]
    [InlineData("calendar: xnys\ncalendar: xnys\n",  "2:1 KOBE1012")]
    [InlineData("calendar: [xnys\n",                 "2:1 KOBE1002")]
    [InlineData("calendar: x\0\n",                   "1:12 KOBE1004")]
    public async Task Kobe_NamesPlaceAndCode_OfEveryError(string text, string errors)
    {
        using var schedule = ScheduleFolder.With("x.yaml", text);

        Assert.Equal(errors, await Errors(schedule));
    }

    [Fact]
    public async Task Kobe_ShowsAllErrorsOfAllFiles_AtOnce()
    {
        using var schedule = ScheduleFolder.With("a.yaml", """
            calendar: xnys
            dayz: []
            days:
              - { date: 2026-02-30, is: closed, name: a, source: b }
              - { date: 2026-11-27, is: closing, name: a, source: b }
              - { date: 2026-12-24, is: early_close, at: "25:00", name: a }
              - { date: 2026-11-26, is: early_close, at: "13:00", name: a, source: b }
              - { date: 2026-11-24, is: closed, name: a, source: b }
              - { date: 2026-11-24, is: closed, name: a, source: b }
            """).Add("b.yaml", "calender: xnys\n");
        var result = (await schedule.Ask()).ShouldRefuse();

        Assert.Equal(
            [
                "a.yaml:2:1: error KOBE1003: 'dayz' is not a key of a calendar file. Did you mean 'days'? "
                    + "Its keys are: calendar, zone, hours, week, closings, early_closes, announced_through, days.",
                "a.yaml:4:13: error KOBE1037: 'date' is '2026-02-30', not a date. "
                    + "2026-02 has the days 01 to 28, not 30.",
                "a.yaml:5:29: error KOBE1039: 'is' is 'closing', not one of its names. "
                    + "Possible are: closed, early_close, late_open, reopen.",
                "a.yaml:6:5: error KOBE1030: An entry of 'days' needs the key 'source'. Add 'source: …'.",
            ],
            result.Refusals.Take(4).Select(line => line.Replace(schedule.Calendars + "/", "")));
        Assert.Equal(9, result.Refusals.Length);
    }

    [Fact]
    public async Task Kobe_CountsTheRest_BeyondAHundredErrors()
    {
        var rows = string.Concat(Enumerable.Range(0, 150).Select(_ => "  - { dat: 1 }\n"));
        using var schedule = ScheduleFolder.With("x.yaml", "calendar: xnys\ndays:\n" + rows);
        var refusals = (await schedule.Ask()).ShouldRefuse().Refusals;

        Assert.Equal(101, refusals.Length);
        Assert.Contains("x.yaml:3:5: error KOBE1030", refusals[0], StringComparison.Ordinal);
        Assert.Equal("... and 650 more.", refusals[100]);
    }

    public static TheoryData<string, byte[], string> HostileFiles => new()
    {
        { "40,000 brackets", Bytes(new string('[', 40_000)), "1:17 KOBE1006" },
        { "2 MB of comment", Bytes(new string('#', 2_000_000)), "1:1 KOBE1005" },
        { "2 MB of NUL", new byte[2_000_000], "1:1 KOBE1005" },
        { "NUL", [0], "1:1 KOBE1004" },
        { "UTF-16, little end first", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good)], "1:1 KOBE1001" },
        { "UTF-16, big end first", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Good)], "1:1 KOBE1001" },
        { "Latin 1", Encoding.Latin1.GetBytes("calendar: xnys # é\n"), "1:18 KOBE1001" },
        { "a program", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0], "1:1 KOBE1004" },
    };

    [Theory]
    [MemberData(nameof(HostileFiles))]
    public async Task Kobe_RefusesHostileFiles(string what, byte[] bytes, string firstError)
    {
        using var schedule = new ScheduleFolder().Add("x.yaml", bytes);

        Assert.True((await Errors(schedule)).StartsWith(firstError, StringComparison.Ordinal), what);
    }

    public static TheoryData<string, byte[]> HarmlessFiles => new()
    {
        { "as it is", Bytes(Good) },
        { "a byte order mark", [0xEF, 0xBB, 0xBF, .. Bytes(Good)] },
        { "CRLF", Bytes(Good.Replace("\n", "\r\n", StringComparison.Ordinal)) },
        { "both", [0xEF, 0xBB, 0xBF, .. Bytes(Good.Replace("\n", "\r\n", StringComparison.Ordinal))] },
        { "no end of line", Bytes(Good.TrimEnd()) },
        { "a mebibyte", Bytes(Good + new string('#', (1 << 20) - Good.Length)) },
    };

    [Theory]
    [MemberData(nameof(HarmlessFiles))]
    public async Task Kobe_ReadsHarmlessFiles(string what, byte[] bytes)
    {
        using var schedule = new ScheduleFolder().Add("x.yaml", bytes);

        var table = (await schedule.Ask()).ShouldWork().Output;
        Assert.True(table.Contains("2026-11-24  Tue  holiday", StringComparison.Ordinal), what);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    public async Task Kobe_TakesAnEmptyFile_AsNothing(string text)
    {
        using var schedule = ScheduleFolder.With("x.yaml", text);

        (await schedule.Ask()).ShouldWork();
    }

    [Theory]
    [InlineData("events.yaml", "fomcs: []\n",                      "1:1 KOBE1003")]
    [InlineData("events.yaml", "fomc: [{ at: \"14:00\" }]\n",      "1:8 KOBE1030, 1:8 KOBE1030")]
    [InlineData("phases.yaml", "phase: []\n",                      "1:1 KOBE1003, 1:1 KOBE1030")]
    [InlineData("phases.yaml", "phases: []\n",                     "1:9 KOBE1210")]
    public async Task Kobe_NamesPlaceAndCode_InTheListsToo(string file, string text, string errors)
    {
        using var schedule = ScheduleFolder.With(file, text);

        Assert.Equal(errors, await Errors(schedule));
    }

    // Each error as line:column and code; that the line begins with the file's path is checked on the way.
    private static async Task<string> Errors(ScheduleFolder schedule)
    {
        var places = new List<string>();
        foreach (var line in (await schedule.Ask()).ShouldRefuse().Refusals)
        {
            Assert.StartsWith(schedule.Calendars + "/", line, StringComparison.Ordinal);
            var parts = line.Split(':', 5);
            Assert.StartsWith(" error KOBE", parts[3], StringComparison.Ordinal);
            places.Add($"{parts[1]}:{parts[2]} {parts[3][" error ".Length..]}");
        }

        return string.Join(", ", places);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
