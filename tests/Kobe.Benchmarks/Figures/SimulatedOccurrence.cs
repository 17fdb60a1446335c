using System.Diagnostics;
using Kobe.Simulation.Faults;

namespace Kobe.Benchmarks.Figures;

/// <summary>What one occurrence of a simulation costs, all laws checked, once everything is compiled.</summary>
/// <remarks>3.33 µs are 300,000 occurrences a second, 5 µs are 200,000.</remarks>
internal static class SimulatedOccurrence
{
    private const int Days = 60;

    // The compiler works beside the first two.
    private const int WarmUps = 3;

    public static Figure Clear { get; } = Make("none", FaultRates.None, limit: 3.33);

    public static Figure Storm { get; } = Make("storm", FaultProfiles.Storm, limit: 5);

    private static Figure Make(string name, FaultRates faults, double limit) =>
        new($"a simulated occurrence of 500 rows, faults {name}", "µs", limit, _ => Read(faults));

    private static Reading Read(FaultRates faults)
    {
        var desk = new SimulatedDesk(MadeSchedule.Files(1, 500));
        for (var i = 0; i < WarmUps; i++)
        {
            desk.Run(Days, faults);
        }

        var read = Reading.Of(() =>
        {
            var start = Stopwatch.GetTimestamp();
            var occurrences = desk.Run(Days, faults);
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds / occurrences;
        });
        return read.Beside(BareLoop.Name, BareLoop.Read());
    }
}
