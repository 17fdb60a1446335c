using Kobe.Brain;
using Kobe.Core.Runs;
using Kobe.Simulation.Faults;

namespace Kobe.Simulation;

/// <summary>What is to be simulated.</summary>
internal sealed record SimulationPlan
{
    public required Roster Roster { get; init; }

    /// <summary>When the first brain starts (UTC).</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>When the simulation ends (UTC).</summary>
    public required DateTimeOffset To { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Which faults there are; the seed draws among them.</summary>
    public FaultRates Faults { get; init; } = FaultRates.None;

    public Durations Durations { get; init; } = Durations.Unknown;

    /// <summary>Told of each occurrence that ended: its key, when it fell due (UTC), how it ended.</summary>
    public Action<OccurrenceKey, DateTimeOffset, FinalState>? Finished { get; init; }

    /// <summary>Where tests put the mistakes that the laws must find.</summary>
    public SimulationSeams Seams { get; init; } = SimulationSeams.None;
}
