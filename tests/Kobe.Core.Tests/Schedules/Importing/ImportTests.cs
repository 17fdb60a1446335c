using System.Text;
using Kobe.Core.Schedules.Importing;
using Kobe.Testing;

namespace Kobe.Core.Tests.Schedules.Importing;

/// <summary>Lists of HH:MM rows become schedules: what is taken, what is changed and said, what is refused.</summary>
public class ImportTests
{
    [Theory]
    // one line                                    the row                                          changes
    [InlineData("09:35|scan|run_scan|2|weekdays",  "scan 09:35 run_scan 2 trading-days",            "On")]
    [InlineData("09:35|scan|run_scan|3|saturday",  "scan 09:35 run_scan 3 sat",                     "On")]
    [InlineData("09:35|scan|run_scan|3|sun",       "scan 09:35 run_scan 3 sun",                     "")]
    [InlineData("09:35|scan|run_scan|3|daily",     "scan 09:35 run_scan 3 any",                     "On")]
    [InlineData("00:00|scan|run_scan|10|any",      "scan 00:00 run_scan 10 any",                    "")]
    [InlineData("23:59|scan|run_scan|1|any",       "scan 23:59 run_scan 2 any",                     "Priority")]
    [InlineData("09:35|SCAN_All|Run|3|any",        "scan_all 09:35 run 3 any",                      "Id Run")]
    [InlineData("09:35|Gap scan (1)|a/b|3|any",    "gap_scan__1_ 09:35 a_b 3 any",                  "Id Run")]
    [InlineData("09:35|_hidden|-x|3|any",          "hidden 09:35 x 3 any",                          "Id Run")]
    [InlineData("09:35| spaced | x |3| any ",      "spaced 09:35 x 3 any",                          "")]
    public void Line_BecomesARow(string line, string row, string changes)
    {
        var import = Import(line);

        Assert.Equal([], import.Diagnostics.Items);
        Assert.Equal([row], import.Tasks.Select(task => $"{task.Id} {task.Time:HH:mm} {task.Run} {task.Priority} {task.On}"));
        Assert.Equal(changes, string.Join(' ', import.Changes.Select(change => change.Part).Order()));
    }

    [Theory]
    // one line                                    where and what
    [InlineData("9:35|a|b|1|any",                  "1:1 KOBE2072 '9:35' is no time of day.")]
    [InlineData("24:00|a|b|1|any",                 "1:1 KOBE2072 '24:00' is no time of day.")]
    [InlineData("09:15 PM|a|b|1|any",              "1:1 KOBE2072 '09:15 PM' is no time of day.")]
    [InlineData("09:35|a|b|0|any",                 "1:11 KOBE2073 Priority 0 does not exist here: 1 to 10 do.")]
    [InlineData("09:35|a|b|high|any",              "1:11 KOBE2073 'high' is no priority.")]
    [InlineData("09:35|a|b|-1|any",                "1:11 KOBE2073 '-1' is no priority.")]
    [InlineData("09:35|a|b|1|weekdys",             "1:13 KOBE2074 'weekdys' names no days.")]
    [InlineData("09:35||b|1|any",                  "1:7 KOBE2075 '' is no name.")]
    [InlineData("09:35|a|...|1|any",               "1:9 KOBE2075 '...' is no function.")]
    [InlineData("09:35|a|b|1",                     "1:1 KOBE2070 This line has 4 columns, not 5.")]
    [InlineData("09:35|a|b|1|any|more",            "1:1 KOBE2070 This line has 6 columns, not 5.")]
    [InlineData("time|name|func",                  "1:11 KOBE2071 'func' is no column.")]
    [InlineData("time|name|time",                  "1:11 KOBE2071 'time' stands here twice.")]
    [InlineData("time|name",                       "1:1 KOBE2071 There is no column 'function'.")]
    [InlineData("time|name|function",              "1:1 KOBE2076 The list has no rows.")]
    [InlineData("",                                "1:1 KOBE2076 The list has no rows.")]
    public void WrongLine_IsRefused_WithItsPlace(string line, string error)
    {
        var import = Import(line);

        Assert.Equal([], import.Tasks);
        Assert.Equal([error], import.Diagnostics.Items
            .Select(item => $"{item.Line}:{item.Column} {item.Code} {item.Message}"));
        Assert.All(import.Diagnostics.Items, item => Assert.NotNull(item.Hint));
    }

    [Fact]
    public void Columns_StandWhereTheHeadingSays_AndTwoMayBeMissing()
    {
        var import = Import("# made by hand\r\n\r\nfunction|time|name\r\nrun_scan|09:35|scan\r\n");

        Assert.Equal(new ImportedTask("scan", new(9, 35), "run_scan", 3, "any"), Assert.Single(import.Tasks));
    }

    [Fact]
    public void Ids_AreUnique_AlsoWhereANumberIsTaken()
    {
        var import = Import("09:00|a|f|3|any\n09:01|A|f|3|any\n09:02|a_2|f|3|any\n09:03|a|f|3|any");

        Assert.Equal(["a", "a_2", "a_2_2", "a_3"], import.Tasks.Select(task => task.Id));
        Assert.Equal(["A a_2 2", "a_2 a_2_2 3", "a a_3 4"],
            import.Changes.Select(change => $"{change.From} {change.To} {change.Line}"));
    }

    [Fact]
    public void LongNames_AreCut_AndStillUnique()
    {
        var name = new string('x', 80);
        var import = Import($"09:00|{name}|f|3|any\n09:01|{name}|f|3|any");

        Assert.Equal([new string('x', 64), new string('x', 62) + "_2"], import.Tasks.Select(task => task.Id));
    }

    [Fact]
    public void CalendarDays_KeepWeekdays() =>
        Assert.Equal("weekdays", Import("09:00|a|f|3|weekdays", calendarDays: true).Tasks[0].On);

    [Theory]
    [InlineData("1=2,5=4", "1=2 2=2 5=4 11=-")]
    [InlineData("11=9",    "1=1 2=2 5=5 11=9")]
    [InlineData("",        "1=1 2=2 5=5 11=-")]
    public void PriorityMap_ChangesWhatItNames(string text, string becomes)
    {
        Assert.True(PriorityMap.TryParse(text, out var map, out _));

        Assert.Equal(becomes, string.Join(' ', ((int[])[1, 2, 5, 11]).Select(old => $"{old}={map!.Of(old)?.ToString() ?? "-"}")));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1=")]
    [InlineData("1=0")]
    [InlineData("1=11")]
    [InlineData("a=1")]
    [InlineData("1=2=3")]
    [InlineData("1=2,1=3")]
    public void PriorityMap_SaysWhatIsWrong(string text)
    {
        Assert.False(PriorityMap.TryParse(text, out _, out var problem));

        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_PutEqualChangesTogether_AndCutLongLists()
    {
        var rows = string.Join('\n', Enumerable.Range(0, 30).Select(i => $"09:00|Task {i}|f|1|any"));
        var notes = ImportNotes.Lines(Import(rows).Changes);

        Assert.Equal(22, notes.Count);
        Assert.Equal("line 1: id 'Task 0' became task_0.", notes[0]);
        Assert.Equal("... and 10 more changed in the same way.", notes[20]);
        Assert.StartsWith("30 rows: priority '1' became 2,", notes[21], StringComparison.Ordinal);
    }

    [Fact]
    public void Classic_GivesAScheduleThatChecks_WithItsRowsForAPlainWeekday()
    {
        var bytes = Encoding.UTF8.GetBytes(
            string.Join('\n', Vectors.Lines("../reference/classic_schedule.tsv", header: false)));
        var import = ImportReader.Read("classic.tsv", bytes, ImportSettings.Default);
        var reading = ScheduleText.Read(ImportWriter.One(import.Tasks, "America/New_York", "classic.tsv"));
        var files = ImportWriter.Files(import.Tasks, "America/New_York", "classic.tsv");

        Assert.Equal([], reading.Diagnostics.Items);
        Assert.Equal(463, reading.Schedule!.Tasks.Count);
        Assert.Equal(236, new Core.Planning.Timeline(reading.Schedule, ScheduleText.Calendars).On(new(2026, 11, 20)).Count);
        Assert.Equal(463, ScheduleText.Read([.. files.Select(file => (file.Name, file.Text))]).Schedule!.Tasks.Count);
    }

    private static Import Import(string text, bool calendarDays = false) => ImportReader.Read(
        "a.tsv", Encoding.UTF8.GetBytes(text.Replace('|', '\t')), ImportSettings.Default with { CalendarDays = calendarDays });
}
