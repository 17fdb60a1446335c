namespace Kobe.Core.Tests.Markets.Files;

/// <summary>What phases.yaml does, and how it can be wrong.</summary>
public class PhasesFileTests
{
    private const string Text = """
        closed_mode: MAINTENANCE
        phases:
          - { phase: OVERNIGHT,  from: "00:00",   mode: SLEEP,          entries: closed }
          - { phase: OPENING,    from: open,      mode: ACTIVE_TRADING, entries: named, purpose: first minutes }
          - { phase: MORNING,    from: open+1h,   mode: MONITORING,     entries: closed }
          - { phase: CLOSING,    from: close-10m, mode: ACTIVE_TRADING, entries: free }
          - { phase: EVENING,    from: close,     mode: RESEARCH,       entries: closed }

        """;

    [Theory]
    // at, New York            phase, mode and entries
    [InlineData("2026-11-20T09:29-05:00", "OVERNIGHT SLEEP Closed")]
    [InlineData("2026-11-20T09:30-05:00", "OPENING ACTIVE_TRADING Named")]
    [InlineData("2026-11-20T10:30-05:00", "MORNING MONITORING Closed")]
    [InlineData("2026-11-20T15:50-05:00", "CLOSING ACTIVE_TRADING Free")]
    [InlineData("2026-11-20T16:00-05:00", "EVENING RESEARCH Closed")]
    [InlineData("2026-11-27T12:50-05:00", "CLOSING ACTIVE_TRADING Free")]
    [InlineData("2026-11-26T12:50-05:00", "HOLIDAY MAINTENANCE Closed")]
    [InlineData("2026-11-28T12:50-05:00", "WEEKEND MAINTENANCE Closed")]
    public void Table_TakesThePlaceOfTheBuiltIn(string at, string expected)
    {
        var context = CalendarFolder.Read(("phases.yaml", Text)).Set.Default.At(Kobe.Testing.Days.Instant(at));

        Assert.Equal(expected, $"{context.Phase} {context.Mode} {context.Entries}");
    }

    [Theory]
    // what to change in the table above, and the error that this makes
    [InlineData("mode: SLEEP",      "mode: NAP",        "3:49 KOBE1039")]
    [InlineData("entries: free",    "entries: open",    "6:74 KOBE1039")]
    [InlineData("phase: EVENING",   "phase: NIGHT",     "7:14 KOBE1039")]
    [InlineData("phase: EVENING",   "phase: WEEKEND",   "7:14 KOBE1210")]
    [InlineData("phase: EVENING",   "phase: OPENING",   "7:14 KOBE1210")]
    [InlineData("from: \"00:00\"",  "from: \"00:01\"",  "3:32 KOBE1210")]
    [InlineData("from: \"00:00\"",  "from: pre",        "3:32 KOBE1210")]
    [InlineData("from: open+1h",    "from: open-1h",    "5:32 KOBE1210")]
    [InlineData("from: open+1h",    "from: pre",        "5:32 KOBE1210")]
    [InlineData("from: open+1h",    "from: opening",    "5:32 KOBE1036")]
    [InlineData("from: close-10m",  "from: close+10m",  "7:32 KOBE1210")]
    [InlineData("from: open, ",     "from: open+1m, ",  "3:3 KOBE1210")]
    [InlineData("from: close, ",    "from: close-1m, ", "3:3 KOBE1210")]
    [InlineData("purpose:",         "porpoise:",        "4:81 KOBE1003")]
    [InlineData("closed_mode:",     "closedmode:",      "1:1 KOBE1003")]
    public void Read_NamesThePlace_OfWhatIsWrong(string right, string wrong, string errors)
    {
        var text = Text.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Text, text);
        Assert.Equal(
            errors,
            CalendarFolder.Read(("phases.yaml", text)).Errors.Replace("phases.yaml:", "", StringComparison.Ordinal));
    }
}
