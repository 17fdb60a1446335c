using Kobe.Core.Runs;

namespace Kobe.Simulation;

/// <summary>An occurrence that an edit of the schedule changes.</summary>
/// <param name="Kind">How.</param>
/// <param name="Key">Which; of one that moved the new key.</param>
/// <param name="Before">When it fell due (UTC), or null.</param>
/// <param name="After">When it falls due now (UTC), or null.</param>
/// <param name="State">How it ends now, where that is the change.</param>
internal sealed record ChangedOccurrence(
    ChangeKind Kind, OccurrenceKey Key, DateTimeOffset? Before, DateTimeOffset? After, FinalState? State);
