using System.Runtime.CompilerServices;

namespace Kobe.Core.Runs;

/// <summary>The fold of all events: what was due, where each stands, and what people set. It decides nothing.</summary>
/// <remarks>
/// Pure: the same events in the same order give the same ledger, whoever folds them, so start-up, a checkpoint and
/// the running brain can be compared by <see cref="Digest"/>. An event costs a few look-ups whatever the history's
/// length, and memory is flat: dates out of reach are forgotten as the watermark passes (see <see cref="RunLimits"/>).
/// </remarks>
public sealed partial class Ledger
{
    private readonly List<Run> _open = [];
    private readonly Dictionary<string, TaskStanding> _tasks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LastFact> _facts = new(StringComparer.Ordinal);
    private readonly Queue<FoundDiscovery> _discoveries = new();
    private readonly List<ScheduleLoad> _loads = [];
    private readonly long[] _totals = new long[DayBook.StateCount];
    private readonly DayBooks _days = new();
    private Run? _found;
    private TaskStanding? _standing;

    // No task was touched before; where that was not looked at yet, any may have been.
    private DateTimeOffset _touchedFrom = DateTimeOffset.MinValue;

    // Whether any task is in quarantine or disabled; mostly none is.
    private bool _hasMarks;
    private RunEvent? _accepted;
    private long _acceptedAfter;

    /// <summary>The sequence number of the last event; 0 when there is none.</summary>
    public long Seq { get; private set; }

    /// <summary>Boots so far; the number of the present one.</summary>
    public int Boot { get; private set; }

    /// <summary>When the present boot began, UTC; null before the first.</summary>
    public DateTimeOffset? BootedAt { get; private set; }

    /// <summary>Whether the last boot ended in order, or is the present one and has not ended.</summary>
    public bool StoppedInOrder { get; private set; }

    /// <summary>When the last event happened by the wall clock, UTC; null when there is none.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>All that fell due up to here is decided, UTC; null before the first planning.</summary>
    /// <remarks>A step back of the clock takes it back to the clock; nothing else does.</remarks>
    public DateTimeOffset? Watermark
    {
        get;
        private set => (field, ClockBehind) = (value, value < WatermarkHigh);
    }

    /// <summary>The furthest the watermark ever was, UTC: up to here keys without an epoch are decided.</summary>
    public DateTimeOffset? WatermarkHigh
    {
        get;
        private set => (field, ClockBehind) = (value, Watermark < value);
    }

    /// <summary>The clock stands behind what was planned and nobody has confirmed it: entries are blocked.</summary>
    public bool ClockBehind { get; private set; }

    /// <summary>Steps back of the clock so far; names the suffix of keys while <see cref="ClockBehind"/>.</summary>
    public int Epoch { get; private set; }

    /// <summary>Pause and trading state.</summary>
    public Controls Controls { get; private set; } = Controls.None;

    /// <summary>Schedules in force within reach, oldest first; the last is the present one.</summary>
    public IReadOnlyList<ScheduleLoad> Loads => _loads;

    /// <summary>The last discoveries, oldest first.</summary>
    public IReadOnlyCollection<FoundDiscovery> Discoveries => _discoveries;

    /// <summary>The run that has started and not ended; in doubt when an earlier boot started it.</summary>
    public Run? Running { get; private set; }

    /// <summary>Runs without a final state.</summary>
    public int OpenCount => _open.Count;

    /// <summary>No event before this one is about a date in reach or about an open run.</summary>
    public long OldestSeqInReach => _days.OldestSeq ?? Seq + 1;

    /// <summary>Runs without a final state, by due time and key.</summary>
    public IReadOnlyList<Run> Open() => InOrder([.. _open]);

    /// <summary>How many handlers are to be asked what became of a run.</summary>
    public int ReconcilingCount { get; private set; }

    /// <summary>Runs whose handlers are to be asked what became of them, by due time and key.</summary>
    public IReadOnlyList<Run> Reconciling() =>
        InOrder([.. _open.Where(run => run.State == RunState.Reconciling)]);

    /// <summary>What is known of a key; null when nothing is, or it is out of reach.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Run? Find(OccurrenceKey key)
    {
        // A start, an end and all that is asked about them follow each other, with the same strings.
        if (_found is { } last && ReferenceEquals(last.Key.Slot, key.Slot) && ReferenceEquals(last.Key.Task, key.Task)
            && last.Key.Date == key.Date)
        {
            return last;
        }

        var found = DayOf(key.Task, key.Date)?.Find(key.Slot);
        _found = found ?? _found;
        return found;
    }

    /// <summary>The next events are about this run: it need not be looked for.</summary>
    /// <param name="run">A run without a final state, of this ledger; another is left aside.</param>
    public void Recall(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.OpenIndex >= 0 && run.OpenIndex < _open.Count && ReferenceEquals(_open[run.OpenIndex], run))
        {
            _found = run;
        }
    }

    /// <summary>A task's occurrences of a date, by due time and slot.</summary>
    public IReadOnlyList<Run> RunsOf(string task, DateOnly date) =>
        DayOf(task, date) is { } day ? InOrder(day.Runs()) : [];

    /// <summary>The occurrence that claims a date for once_per_day: the first that started; or null.</summary>
    public OccurrenceKey? ClaimOf(string task, DateOnly date) =>
        DayOf(task, date)?.Claim is { } slot ? new OccurrenceKey(task, date, slot) : null;

    /// <summary>How many occurrences of a date started, for max_per_day.</summary>
    public int StartedOf(string task, DateOnly date) =>
        DayOf(task, date)?.Started ?? 0;

    /// <summary>Up to which due instant a date was counted as missed in bulk, UTC; null when it was not.</summary>
    public DateTimeOffset? BulkThrough(string task, DateOnly date) =>
        DayOf(task, date) is { Bulk: > 0 } day ? day.BulkThrough : null;

    /// <summary>What is known of a task; null when it never started and nobody set anything.</summary>
    public TaskStanding? TaskOf(string task) => _tasks.TryGetValue(task, out var standing) ? standing : null;

    /// <summary>The same for who wants to know of a quarantine or a disabling only; null also when no task has any.
    /// </summary>
    public TaskStanding? MarksOf(string task) => _hasMarks ? TaskOf(task) : null;

    /// <summary>What is known of each task, by id.</summary>
    public IReadOnlyList<TaskStanding> Tasks() =>
        [.. _tasks.Values.OrderBy(standing => standing.Task, StringComparer.Ordinal)];

    /// <summary>A fact's last value; null when it was never published.</summary>
    public LastFact? FactOf(string name) => _facts.TryGetValue(name, out var fact) ? fact : null;

    /// <summary>All facts, by name.</summary>
    public IReadOnlyList<LastFact> Facts() => [.. _facts.Values.OrderBy(fact => fact.Name, StringComparer.Ordinal)];

    /// <summary>Dates in reach, oldest first.</summary>
    public IReadOnlyList<DateOnly> Dates() => [.. _days.InOrder().Select(book => book.Date)];

    /// <summary>The tasks that a date in reach knows of, in no order.</summary>
    public IReadOnlyCollection<string> TasksOn(DateOnly date) => _days.Find(date) is { } book ? book.Tasks.Keys : [];

    /// <summary>The count of a date in reach.</summary>
    public Tally Count(DateOnly date) => _days.Find(date) is { } book
        ? new Tally(new(book.Finals), book.Pending, book.Held)
        : new Tally(new(new long[DayBook.StateCount]), 0, 0);

    /// <summary>The count of a task on a date in reach.</summary>
    public Tally Count(string task, DateOnly date)
    {
        var finals = new long[DayBook.StateCount];
        var (pending, held) = (0, 0);
        if (DayOf(task, date) is { } day)
        {
            finals[(int)FinalState.Missed] = day.Bulk;
            (pending, held) = day.CountInto(finals);
        }

        return new Tally(new(finals), pending, held);
    }

    /// <summary>The count of all dates since the journal began.</summary>
    public Tally Total()
    {
        var held = _open.Count(run => run.State == RunState.Held);
        return new Tally(new(_totals), _open.Count - held, held);
    }

    /// <summary>A ledger of its own that equals this one: what happens to one does not happen to the other.</summary>
    public Ledger Clone() => new(this);

    private static Run[] InOrder(Run[] runs)
    {
        Array.Sort(runs, ByDue);
        return runs;
    }

    private static int ByDue(Run left, Run right) => left.DueTicks == right.DueTicks
        ? left.Key.CompareTo(right.Key)
        : left.DueTicks.CompareTo(right.DueTicks);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TaskDay? DayOf(string task, DateOnly date) => _days.Find(date)?.Find(task);
}
