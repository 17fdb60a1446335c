namespace Kobe.Benchmarks.Brains;

/// <summary>The owner's old list of 463 rows, imported by <c>kobe import</c>; every handler is one that does nothing.
/// </summary>
internal static class ClassicSchedule
{
    public const int Tasks = 463;

    private const int FunctionColumn = 2;

    /// <summary>A New York night hour of a trading day at which nothing of it falls due for half an hour.</summary>
    public const string QuietNight = "2026-11-20T07:01:00Z";

    /// <summary>Puts it into a home's schedule directory.</summary>
    public static void Import(Programs programs, BrainHome home)
    {
        var lines = File.ReadAllLines(Path.Combine("tests", "fixtures", "schedule", "classic.tsv"));
        var list = Path.Combine(home.Root, "classic.tsv");
        File.WriteAllLines(list, lines.Select((line, number) => number == 0 ? line : WithoutWork(line)));
        TimedProcess.Run(programs.Kobe, "import", list, "--out", home.Schedule);
    }

    private static string WithoutWork(string line)
    {
        var columns = line.Split('\t');
        columns[FunctionColumn] = "bench.nothing";
        return string.Join('\t', columns);
    }
}
