using System.Runtime.CompilerServices;
using Kobe.Core.Planning;
using Kobe.Core.Planning.Deciding;

namespace Kobe.Brain;

/// <summary>The occurrences of one planning, in due order. What holds them is used again for the next one.</summary>
internal sealed class PlannedBatch
{
    // A gap of days has thousands, which need not be kept for plannings of a handful.
    private const int KeptMax = 256;

    private PlannedOccurrence[] _planned = [];

    public int Count { get; private set; }

    public ReadOnlySpan<PlannedOccurrence> All => _planned.AsSpan(0, Count);

    public PlannedOccurrence this[int index] => _planned[index];

    public void Clear()
    {
        _planned = _planned.Length > KeptMax ? [] : _planned;
        Count = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in Occurrence occurrence, in Decision decision)
    {
        if (Count == _planned.Length)
        {
            Array.Resize(ref _planned, Math.Max(16, Count * 2));
        }

        (_planned[Count++] ??= new()).Set(occurrence, decision);
    }
}
