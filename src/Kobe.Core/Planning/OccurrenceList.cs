using System.Runtime.CompilerServices;

namespace Kobe.Core.Planning;

/// <summary>Occurrences while they are gathered. Used again for date after date.</summary>
/// <remarks>
/// Not a list of the library: its code for these would be compiled at every start, which shows in each answer.
/// </remarks>
internal sealed class OccurrenceList
{
    private Occurrence[] _occurrences = new Occurrence[64];

    public int Count { get; private set; }

    public Span<Occurrence> Span => new(_occurrences, 0, Count);

    public ReadOnlySpan<Occurrence> Slice(int start, int count) => new(_occurrences, start, count);

    public ref readonly Occurrence this[int index] => ref _occurrences[index];

    public void Clear() => Count = 0;

    /// <summary>Makes room for so many in all.</summary>
    public void Reserve(int count)
    {
        if (count > _occurrences.Length)
        {
            var more = new Occurrence[count];
            Array.Copy(_occurrences, more, Count);
            _occurrences = more;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in Occurrence occurrence)
    {
        if (Count == _occurrences.Length)
        {
            Reserve(Count * 2);
        }

        _occurrences[Count++] = occurrence;
    }

    public Occurrence[] ToArray()
    {
        var array = new Occurrence[Count];
        Array.Copy(_occurrences, array, Count);
        return array;
    }
}
