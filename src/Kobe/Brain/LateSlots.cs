namespace Kobe.Brain;

/// <summary>The occurrences of one task, in one planning, that are later than its grace.</summary>
internal sealed class LateSlots
{
    public List<int> Indexes { get; } = [];
}
