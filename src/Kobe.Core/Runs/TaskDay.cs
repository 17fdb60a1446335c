namespace Kobe.Core.Runs;

/// <summary>One task's occurrences of one date, in the order in which they were decided.</summary>
/// <param name="task">The task's id.</param>
/// <param name="expected">How many there will probably be: what grows is made anew again and again.</param>
internal sealed class TaskDay(string task, int expected = 1)
{
    // Most tasks fall due once or twice a day: a few strings are compared faster than one is hashed.
    private const int ListedMax = 8;
    private Run[] _runs = new Run[Math.Max(1, expected)];
    private Dictionary<string, Run>? _bySlot;

    public string Task { get; } = task;

    public int Count { get; private set; }

    /// <summary>Missed beyond look_back, counted without keys, up to <see cref="BulkThrough"/>.</summary>
    public int Bulk { get; set; }

    public DateTimeOffset BulkThrough { get; set; }

    /// <summary>The slot that started first and so claims the date for once_per_day.</summary>
    public string? Claim { get; set; }

    /// <summary>Occurrences that started at least once, for max_per_day.</summary>
    public int Started { get; set; }

    public ReadOnlySpan<Run> Runs => _runs.AsSpan(0, Count);

    public Run? Find(string slot)
    {
        if (_bySlot is not null)
        {
            return _bySlot.GetValueOrDefault(slot);
        }

        foreach (var run in Runs)
        {
            if (run.Key.Slot == slot)
            {
                return run;
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

        _runs[Count++] = run;
        if (_bySlot is null && Count > ListedMax)
        {
            _bySlot = new Dictionary<string, Run>(Math.Max(Count * 2, _runs.Length), StringComparer.Ordinal);
            foreach (var listed in Runs)
            {
                _bySlot.Add(listed.Key.Slot, listed);
            }
        }
        else
        {
            _bySlot?.Add(run.Key.Slot, run);
        }
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
        var copy = new TaskDay(Task)
        {
            Bulk = Bulk, BulkThrough = BulkThrough, Claim = Claim, Started = Started, _runs = new Run[_runs.Length],
        };
        foreach (var run in Runs)
        {
            var twin = run.Clone();
            copy.Add(twin);
            cloned(twin);
        }

        return copy;
    }
}
