namespace Kobe.Core.Runs;

/// <summary>One task's occurrences of one date, in the order in which they were decided.</summary>
/// <param name="task">The task's id.</param>
/// <param name="date">The date.</param>
/// <param name="expected">How many there will probably be: what grows is made anew again and again.</param>
internal sealed class TaskDay(string task, DateOnly date, int expected = 1)
{
    // Most tasks fall due once or twice a day: a few strings are compared faster than one is hashed.
    private const int ListedMax = 8;
    private DayRun[] _runs = new DayRun[Math.Max(1, expected)];
    private Dictionary<string, int>? _bySlot;

    public string Task { get; } = task;

    public int Count { get; private set; }

    /// <summary>Missed beyond look_back, counted without keys, up to <see cref="BulkThrough"/>.</summary>
    public int Bulk { get; set; }

    public DateTimeOffset BulkThrough { get; set; }

    /// <summary>The slot that started first and so claims the date for once_per_day.</summary>
    public string? Claim { get; set; }

    /// <summary>Occurrences that started at least once, for max_per_day.</summary>
    public int Started { get; set; }

    public Run[] Runs()
    {
        var runs = new Run[Count];
        for (var i = 0; i < Count; i++)
        {
            runs[i] = _runs[i].Of(Task, date);
        }

        return runs;
    }

    public Run? Find(string slot)
    {
        if (_bySlot is not null)
        {
            return _bySlot.TryGetValue(slot, out var at) ? _runs[at].Of(Task, date) : null;
        }

        for (var i = 0; i < Count; i++)
        {
            if (_runs[i].Slot == slot)
            {
                return _runs[i].Of(Task, date);
            }
        }

        return null;
    }

    public void Add(Run run)
    {
        if (Count == _runs.Length)
        {
            Array.Resize(ref _runs, Count * 2);
        }

        run.DayIndex = Count;
        run.Day = this;
        _runs[Count++] = new(run);
        if (_bySlot is null && Count > ListedMax)
        {
            _bySlot = new Dictionary<string, int>(Math.Max(Count * 2, _runs.Length), StringComparer.Ordinal);
            for (var i = 0; i < Count; i++)
            {
                _bySlot.Add(_runs[i].Slot, i);
            }
        }
        else
        {
            _bySlot?.Add(run.Key.Slot, run.DayIndex);
        }
    }

    /// <summary>One of its runs is final now: only what it came to is kept.</summary>
    public void Close(Run run) => _runs[run.DayIndex].Keep(run);

    /// <summary>Adds how many are final to a count by final state.</summary>
    /// <returns>How many are not, and wait for a person or not.</returns>
    public (int Pending, int Held) CountInto(long[] finals)
    {
        var (pending, held) = (0, 0);
        foreach (ref readonly var run in _runs.AsSpan(0, Count))
        {
            switch (run.State)
            {
                case RunState.Final: finals[(int)run.Final]++; break;
                case RunState.Held: held++; break;
                default: pending++; break;
            }
        }

        return (pending, held);
    }

    public bool SameAs(TaskDay other)
    {
        var isSame = (Count, Bulk, BulkThrough, Claim, Started) ==
            (other.Count, other.Bulk, other.BulkThrough, other.Claim, other.Started);
        for (var i = 0; isSame && i < Count; i++)
        {
            isSame = _runs[i].SameAs(other._runs[i]);
        }

        return isSame;
    }

    public TaskDay Clone(Action<Run> cloned)
    {
        var copy = new TaskDay(Task, date, _runs.Length)
        {
            Bulk = Bulk, BulkThrough = BulkThrough, Claim = Claim, Started = Started, Count = Count,
            _bySlot = _bySlot is null ? null : new(_bySlot, StringComparer.Ordinal),
        };
        for (var i = 0; i < Count; i++)
        {
            copy._runs[i] = _runs[i].Clone(copy, cloned);
        }

        return copy;
    }
}
