using Kobe.Contracts;
using Kobe.Core.Runs;

namespace Kobe.Core.Planning.Forecasting;

/// <summary>What will become of an occurrence, as far as the schedule, the calendar and the journal say it.</summary>
/// <param name="Occurrence">The occurrence.</param>
/// <param name="Runs">Whether it will run when its conditions on facts and other tasks are met.</param>
/// <param name="State">Its final state when it won't.</param>
/// <param name="Reason">Why it won't; or <c>due</c>, and what it waits for.</param>
/// <param name="Phase">The phase of its calendar when it falls due.</param>
/// <param name="Mode">The mode then.</param>
public sealed record Forecast(
    Occurrence Occurrence, bool Runs, FinalState State, string Reason, Phase Phase, Mode Mode)
{
    /// <summary>What the journal knows of it already; null of an occurrence that is still to come.</summary>
    public Run? Known { get; init; }
}
