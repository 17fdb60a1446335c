using System.Runtime.CompilerServices;

namespace Kobe.Core.Runs;

/// <summary>The dates in reach, in order.</summary>
/// <remarks>Some ten of them: a list is looked through faster than a date is hashed.</remarks>
internal sealed class DayBooks
{
    private readonly List<DayBook> _books = [];
    private DayBook? _latest;

    /// <summary>Books older than this were offered for forgetting already: once a day is enough.</summary>
    public DateOnly Floor { get; set; }

    public long? OldestSeq
    {
        get
        {
            long? oldest = null;
            foreach (var book in _books)
            {
                oldest = oldest <= book.FirstSeq ? oldest : book.FirstSeq;
            }

            return oldest;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DayBook? Find(DateOnly date)
    {
        if (_latest?.Date == date)
        {
            return _latest;
        }

        var at = PlaceOf(date);
        return at >= 0 && _books[at].Date == date ? _latest = _books[at] : null;
    }

    /// <summary>The book of a date to write a new occurrence into.</summary>
    public DayBook Of(DateOnly date, long seq)
    {
        if (Find(date) is not { } book)
        {
            var before = PlaceOf(date) is var at and >= 0 ? _books[at] : null;
            before?.LetGo();
            Add(book = new DayBook(date, seq, before));
        }
        else if (book.IsShared)
        {
            // All in it is final, so nobody else holds on to what is copied.
            _books[PlaceOf(date)] = _latest = book = book.Clone(_ => { });
        }

        return book;
    }

    public void Add(DayBook book) => _books.Insert(PlaceOf(book.Date) + 1, book);

    public IReadOnlyList<DayBook> InOrder() => _books;

    /// <summary>Forgets dates before <paramref name="floor"/> whose occurrences are all final.</summary>
    /// <remarks>
    /// As many newer dates stay as the reach has days, however old they are: when a clock jumps ahead by a year and
    /// back again, the keys of the days before the jump must still be known, or they would run twice.
    /// </remarks>
    public void Forget(DateOnly floor)
    {
        if (floor <= Floor)
        {
            return;
        }

        Floor = floor;
        for (var i = _books.Count - RunLimits.ReachDays - 2; i >= 0; i--)
        {
            if (_books[i].Date < floor && _books[i].Pending + _books[i].Held == 0)
            {
                _books.RemoveAt(i);
                _latest = null;
            }
        }
    }

    // The last that is not after it.
    private int PlaceOf(DateOnly date)
    {
        var at = _books.Count - 1;
        while (at >= 0 && _books[at].Date > date)
        {
            at--;
        }

        return at;
    }
}
