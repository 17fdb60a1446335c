namespace Kobe.Benchmarks.Figures;

/// <summary>What an occurrence costs whoever simulates a year with the published program: of 500 rows and of the shipped
/// ones.</summary>
/// <remarks>By its own count and with all processors, compiling included: a million occurrences.</remarks>
internal static class SimulatedRows
{
    public static Figure Clear { get; } = Make("none", limit: 3.33);

    public static Figure Storm { get; } = Make("storm", limit: 5);

    public static Figure ShippedClear { get; } = MakeShipped("none", limit: 3.33);

    public static Figure ShippedStorm { get; } = MakeShipped("storm", limit: 5);

    private static Figure Make(string faults, double limit) => new(
        $"an occurrence of 500 rows in a year by the program, faults {faults}", "µs", limit,
        programs => Read(programs, faults));

    private static Figure MakeShipped(string faults, double limit) => new(
        $"an occurrence of the shipped rows in a year by the program, faults {faults}", "µs", limit,
        programs => Reading.Of(() => Microseconds(SimulatedAnswer.OfYear(programs, "schedule", faults))));

    private static Reading Read(Programs programs, string faults)
    {
        var folder = Directory.CreateTempSubdirectory("kobe-rows-");
        try
        {
            foreach (var file in MadeSchedule.Files(1, 500))
            {
                File.WriteAllBytes(Path.Combine(folder.FullName, file.Path), file.Bytes.Span);
            }

            return Reading.Of(() => Microseconds(SimulatedAnswer.OfYear(programs, folder.FullName, faults)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Microseconds(SimulatedAnswer answer) => answer.Milliseconds * 1000 / answer.Occurrences;
}
