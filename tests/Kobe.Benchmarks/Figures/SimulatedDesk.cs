using Kobe.Brain;
using Kobe.Core.Markets.Files;
using Kobe.Core.Schedules;
using Kobe.Simulation;
using Kobe.Simulation.Faults;

namespace Kobe.Benchmarks.Figures;

/// <summary>Simulations of one schedule, in this process.</summary>
internal sealed class SimulatedDesk
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 5, 0, 0, TimeSpan.Zero);

    private readonly MadeSchedule _made = new();
    private readonly Schedule _schedule;

    public SimulatedDesk(TextFile[] files) => _schedule = _made.Read(files);

    /// <summary>Simulates some days.</summary>
    /// <returns>How many occurrences there were.</returns>
    public long Run(int days, FaultRates faults)
    {
        using var simulator = new Simulator(new SimulationPlan
        {
            Roster = new Roster(_schedule, _made.Calendars, AssumedHandlers.Of(_schedule), Start),
            From = Start, To = Start.AddDays(days), Seed = 1, Faults = faults,
        });
        simulator.Run();
        return simulator.Laws.Broken == 0
            ? simulator.Ledger.Total().Planned
            : throw new InvalidOperationException(simulator.Laws.Cases[0].ToString());
    }
}
