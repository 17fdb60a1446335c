using System.Diagnostics;

namespace Kobe.Benchmarks.Figures;

/// <summary>A year of the classic schedule by the published <c>kobe simulate</c>, cold, on one core.</summary>
/// <remarks>By its own count, which begins when the schedule has been read: compiling counts, the start does
/// not.</remarks>
internal static class SimulatedYear
{
    public const string Folder = "tests/fixtures/classic";

    public static Figure Clear { get; } = Make("none", limit: 500);

    public static Figure Storm { get; } = Make("storm", limit: 800);

    private static Figure Make(string faults, double limit) => new(
        $"a year of 463 rows simulated, faults {faults}", "ms", limit,
        programs => Reading.Of(() => Read(programs, faults)));

    private static double Read(Programs programs, string faults)
    {
        var affinity = OneCore();
        try
        {
            return SimulatedAnswer.OfYear(programs, Folder, faults).Milliseconds;
        }
        finally
        {
            Restore(affinity);
        }
    }

    // What a process starts inherits the processors that it may use.
    private static nint? OneCore()
    {
        using var self = Process.GetCurrentProcess();
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows())
        {
            return null;
        }

        var before = self.ProcessorAffinity;
        self.ProcessorAffinity = before & -before;
        return before;
    }

    private static void Restore(nint? affinity)
    {
        using var self = Process.GetCurrentProcess();
        if (affinity is { } before && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            self.ProcessorAffinity = before;
        }
    }
}
