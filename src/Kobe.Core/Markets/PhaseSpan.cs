using Kobe.Contracts;

namespace Kobe.Core.Markets;

/// <summary>A stretch of one date during which phase, mode and permissions do not change.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Mode">What the desk works on.</param>
/// <param name="Entries">Whether entries are closed, for named rows only, or free.</param>
/// <param name="Start">Its first instant (UTC).</param>
/// <param name="End">The instant (UTC) at which the next one begins.</param>
/// <param name="EntriesNamed">The phases from here to the end of the date whose entries must name them.</param>
/// <param name="Reason">Why entries are allowed or not, in a sentence.</param>
public sealed record PhaseSpan(
    Phase Phase,
    Mode Mode,
    EntryPolicy Entries,
    DateTimeOffset Start,
    DateTimeOffset End,
    IReadOnlyList<Phase> EntriesNamed,
    string Reason)
{
    /// <summary>The coarse name of the phase.</summary>
    public PhaseGroup Group { get; } = PhaseTable.GroupOf(Phase);
}
