using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>The occurrences of one task, in one planning, that are later than its grace.</summary>
internal sealed class LateSlots
{
    /// <summary>Their places in the batch, by due time.</summary>
    public List<int> Indexes { get; } = [];

    /// <summary>Those that an earlier planning of the same span chose before it was cut short.</summary>
    public List<OccurrenceKey> Chosen { get; } = [];
}
