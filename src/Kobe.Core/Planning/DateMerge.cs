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
            _at[i] = DueOrder.FirstAfter(_lists[i].Span, after);
            _end[i] = DueOrder.FirstAfter(_lists[i].Span, upTo);
        }
    }

    /// <summary>How many it takes in all, while none is taken.</summary>
    public int Count => _end.Sum() - _at.Sum();

    public bool TryTake(out Occurrence next)
    {
        var least = -1;
        for (var i = 0; i < _lists.Length; i++)
        {
            if (_at[i] < _end[i]
                && (least < 0 || DueOrder.Precedes(_lists[i].Span[_at[i]], _lists[least].Span[_at[least]])))
            {
                least = i;
            }
        }

        next = least < 0 ? default : _lists[least].Span[_at[least]++];
        return least >= 0;
    }
}
