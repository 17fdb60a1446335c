using Kobe.Simulation;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe simulate</c> found.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Open">The schedule.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Elapsed">How long that took, by the machine's clock.</param>
/// <param name="Changes">What the other schedule would change; null when none was named.</param>
internal sealed record SimulationReport(
    SimulationRequest Request, OpenSchedule Open, SimulationOutcome Outcome, TimeSpan Elapsed,
    IReadOnlyList<ChangedOccurrence>? Changes);
