namespace Kobe.Core.Planning;

/// <summary>Takes what is due in a stretch of time from three dates' lists, in order, without copying them.</summary>
internal sealed class DateMerge
{
    private readonly Occurrence[][] _lists;
    private readonly int[] _at = new int[3];
    private readonly int[] _end = new int[3];

    /// <summary>A merge of what is due in (after, upTo], both in UTC ticks.</summary>
    public DateMerge(Occurrence[] before, Occurrence[] same, Occurrence[] behind, long after, long upTo)
    {
        _lists = [before, same, behind];
        for (var i = 0; i < _lists.Length; i++)
        {
            _at[i] = DueOrder.FirstAfter(_lists[i], after);
            _end[i] = DueOrder.FirstAfter(_lists[i], upTo);
        }
    }

    public bool TryTake(out Occurrence next)
    {
        var least = -1;
        for (var i = 0; i < _lists.Length; i++)
        {
            if (_at[i] < _end[i]
                && (least < 0 || DueOrder.Precedes(_lists[i][_at[i]], _lists[least][_at[least]])))
            {
                least = i;
            }
        }

        next = least < 0 ? default : _lists[least][_at[least]++];
        return least >= 0;
    }
}
