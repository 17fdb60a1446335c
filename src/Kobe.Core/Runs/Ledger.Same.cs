namespace Kobe.Core.Runs;

public sealed partial class Ledger
{
    /// <summary>Whether another ledger says the same. Finds what digests would find, for a fraction of the
    /// work.</summary>
    /// <param name="other">The other.</param>
    public bool SameAs(Ledger other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Seq, Boot, BootedAt, StoppedInOrder, LastAt) ==
                (other.Seq, other.Boot, other.BootedAt, other.StoppedInOrder, other.LastAt)
            && (Watermark, WatermarkHigh, Epoch, ReconcilingCount) ==
                (other.Watermark, other.WatermarkHigh, other.Epoch, other.ReconcilingCount)
            && Controls == other.Controls && Running?.Key == other.Running?.Key && OpenCount == other.OpenCount
            && _totals.AsSpan().SequenceEqual(other._totals) && _loads.SequenceEqual(other._loads)
            && _discoveries.SequenceEqual(other._discoveries)
            && _facts.Count == other._facts.Count
            && _facts.All(fact => other._facts.TryGetValue(fact.Key, out var same) && same == fact.Value)
            && _tasks.Count == other._tasks.Count
            && _tasks.All(task => other._tasks.TryGetValue(task.Key, out var same) && task.Value.SameAs(same))
            && SameDays(other);
    }

    private bool SameDays(Ledger other)
    {
        var (days, others) = (_days.InOrder(), other._days.InOrder());
        return days.Count == others.Count && !days.Where((day, i) => !day.SameAs(others[i])).Any();
    }
}
