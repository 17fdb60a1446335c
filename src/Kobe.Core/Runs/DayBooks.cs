namespace Kobe.Core.Runs;

/// <summary>The dates in reach.</summary>
internal sealed class DayBooks
{
    private readonly Dictionary<DateOnly, DayBook> _books = [];
    private DayBook? _latest;

    /// <summary>Books older than this were offered for forgetting already: once a day is enough.</summary>
    public DateOnly Floor { get; set; }

    public long? OldestSeq => _books.Count == 0 ? null : _books.Values.Min(book => book.FirstSeq);

    public DayBook? Find(DateOnly date)
    {
        if (_latest?.Date == date)
        {
            return _latest;
        }

        if (_books.TryGetValue(date, out var book))
        {
            _latest = book;
        }

        return book;
    }

    public DayBook Of(DateOnly date, long seq)
    {
        if (Find(date) is { } book)
        {
            return book;
        }

        Add(book = new DayBook(date, seq));
        return book;
    }

    public void Add(DayBook book) => _books.Add(book.Date, book);

    public IEnumerable<DayBook> InOrder() => _books.Values.OrderBy(book => book.Date);

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
        foreach (var book in InOrder().SkipLast(RunLimits.ReachDays + 1).ToList())
        {
            if (book.Date < floor && book.Pending + book.Held == 0)
            {
                _books.Remove(book.Date);
                _latest = null;
            }
        }
    }
}
