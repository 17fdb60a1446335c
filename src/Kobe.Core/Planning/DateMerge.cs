namespace Kobe.Core.Planning;

/// <summary>Takes what is due in a stretch of time from three dates' lists, in order, without copying them.</summary>
internal sealed class DateMerge
{
    private readonly OccurrenceList[] _lists;
    private readonly int[] _at = new int[3];
    private readonly int[] _end = new int[3];

    /// <summary>A merge of what is due in (after, upTo], both in UTC ticks.</summary>
    public DateMerge(OccurrenceList before, OccurrenceList same, OccurrenceList behind, long after, long upTo)
    {
        _lists = [before, same, behind];
        for (var i = 0; i < _lists.Length; i++)
        {
            _at[i] = DueOrder.FirstAfter(_lists[i], after);
            _end[i] = DueOrder.FirstAfter(_lists[i], upTo);
        }
    }

    /// <summary>How many it takes in all, while none is taken.</summary>
    public int Count => _end[0] - _at[0] + _end[1] - _at[1] + _end[2] - _at[2];

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
