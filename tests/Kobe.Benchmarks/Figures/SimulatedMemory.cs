using System.Globalization;
using Kobe.Benchmarks.Brains;
using Kobe.Schedules;
using Kobe.Simulation.Faults;

namespace Kobe.Benchmarks.Figures;

/// <summary>The most memory that a decade takes against a year, each in a process of its own.</summary>
internal static class SimulatedMemory
{
    public const string Probe = "simulated-memory";

    private const int YearDays = 365;

    public static Figure Figure { get; } =
        new("memory of a simulated decade, faults storm", "× a year", Limit: 1.3, _ => Read());

    private static Reading Read() => Reading.Of(Ratio(), Ratio(), Ratio());

    private static double Ratio() => Peak(YearDays * 10) / Peak(YearDays);

    private static double Peak(int days) => double.Parse(
        TimedProcess.Run(
            typeof(SimulatedMemory).Assembly.Location, Probe, days.ToString(CultureInfo.InvariantCulture)).Output,
        CultureInfo.InvariantCulture);

    /// <summary>Simulates so many days, in the process made for it, and prints the most KiB that it ever had.</summary>
    public static void Answer(int days)
    {
        new SimulatedDesk([.. ScheduleFolder.Read(SimulatedYear.Folder)]).Run(days, FaultProfiles.Storm);
        const string Field = "VmHWM:";
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(Field, StringComparison.Ordinal));
        Console.WriteLine(line[Field.Length..^2].Trim());
    }
}
