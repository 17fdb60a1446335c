namespace Kobe.Desk.Backtests;

/// <summary>Which symbol's bar comes next: the earliest end, and of several the lowest number.</summary>
/// <remarks>A binary heap over all that have bars left.</remarks>
internal sealed class BarMerge
{
    private readonly SymbolRun[] _heap;
    private int _count;

    public BarMerge(IEnumerable<SymbolRun> runs)
    {
        _heap = [.. runs.Where(run => run.HasMore)];
        _count = _heap.Length;
        for (var i = (_count / 2) - 1; i >= 0; i--)
        {
            SiftDown(i);
        }
    }

    public bool IsEmpty => _count == 0;

    /// <summary>The one whose bar is next.</summary>
    public SymbolRun First => _heap[0];

    /// <summary>Puts the first one to its new place after its bar was taken.</summary>
    public void Renew()
    {
        if (!_heap[0].HasMore)
        {
            _heap[0] = _heap[--_count];
        }

        if (_count > 1)
        {
            SiftDown(0);
        }
    }

    private void SiftDown(int at)
    {
        var heap = _heap;
        var run = heap[at];
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= _count)
            {
                break;
            }

            if (child + 1 < _count && IsBefore(heap[child + 1], heap[child]))
            {
                child++;
            }

            if (!IsBefore(heap[child], run))
            {
                break;
            }

            heap[at] = heap[child];
            at = child;
        }

        heap[at] = run;
    }

    private static bool IsBefore(SymbolRun one, SymbolRun other) =>
        one.NextEnd < other.NextEnd || (one.NextEnd == other.NextEnd && one.Index < other.Index);
}
