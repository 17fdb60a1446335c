using System.Runtime.CompilerServices;
using Kobe.Core.Markets;
using Kobe.Core.Runs;

namespace Kobe.Simulation.Reporting;

/// <summary>Counts for a schedule's owner: by day, task, reason and minute.</summary>
internal sealed class Statistics(TimeZoneInfo zone)
{
    private const int MinutesPerDay = 24 * 60;
    private static readonly int States = Enum.GetValues<FinalState>().Length;

    private readonly List<DayTally> _days = [];
    private readonly Dictionary<string, TaskTally> _tasks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>?[] _reasonNames = new Dictionary<string, string>?[States];
    private readonly ZoneOffsets _offsets = new(zone);
    private DayTally? _today;

    public IReadOnlyCollection<DayTally> Days => _days;

    public IEnumerable<TaskTally> Tasks => _tasks.Values.OrderBy(tally => tally.Task, StringComparer.Ordinal);

    /// <summary>Why occurrences ended without a start, and how many.</summary>
    public NameCounts Reasons { get; } = new();

    /// <summary>Occurrences by final state.</summary>
    public long[] Finals { get; } = new long[States];

    /// <summary>Starts by the minute of the day, in the schedule's zone.</summary>
    public int[] Minutes { get; } = new int[MinutesPerDay];

    public LatenessScale Lateness { get; } = new();

    public long Starts { get; private set; }

    public long Events { get; set; }

    public int QueueMax { get; private set; }

    public TimeSpan Busy { get; private set; }

    public TaskTally TaskOf(string task)
    {
        if (!_tasks.TryGetValue(task, out var tally))
        {
            _tasks.Add(task, tally = new(task));
        }

        return tally;
    }

    public void Started(TaskTally task, DateTimeOffset at, TimeSpan lateness, bool isFirst)
    {
        Starts++;
        task.Starts++;
        var local = at.UtcTicks + _offsets.At(at.UtcTicks);
        Minutes[(int)(local % TimeSpan.TicksPerDay / TimeSpan.TicksPerMinute)]++;
        if (isFirst)
        {
            Lateness.Add(lateness, task.Lateness);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ended(TaskTally task, DateOnly date, TimeSpan duration)
    {
        Busy += duration;
        task.Busy += duration;
        DayOf(date).Busy += duration;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finished(TaskTally task, DateOnly date, FinalState state, int count = 1)
    {
        Finals[(int)state] += count;
        task.Finals[(int)state] += count;
        DayOf(date).Finals[(int)state] += count;
    }

    public void Waits(DateTimeOffset at, int waiting)
    {
        var date = DateOnly.FromDayNumber((int)((at.UtcTicks + _offsets.At(at.UtcTicks)) / TimeSpan.TicksPerDay));
        QueueMax = Math.Max(QueueMax, waiting);
        var day = DayOf(date);
        day.QueueMax = Math.Max(day.QueueMax, waiting);
    }

    /// <summary>Numbers in a reason are left out, so that equal reasons count together.</summary>
    public void Because(FinalState state, string reason)
    {
        var names = _reasonNames[(int)state] ??= new(StringComparer.Ordinal);
        if (!names.TryGetValue(reason, out var name))
        {
            var kind = reason.Split(": lag", 2)[0];
            kind = kind.StartsWith("lag", StringComparison.Ordinal) ? "lag" : kind;
            kind = kind.StartsWith("need", StringComparison.Ordinal) ? kind.Split(" is ", 2)[0] : kind;
            kind = kind.StartsWith("once-per-day", StringComparison.Ordinal) ? "once-per-day" : kind;
            name = $"{state}: {kind}";
            if (names.Count < MinutesPerDay)
            {
                names.Add(reason, name);
            }
        }

        Reasons.Add(name);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private DayTally DayOf(DateOnly date)
    {
        if (_today?.Date == date)
        {
            return _today;
        }

        // Nearly always the last one or a new one behind it.
        var at = _days.Count - 1;
        while (at >= 0 && _days[at].Date > date)
        {
            at--;
        }

        if (at < 0 || _days[at].Date != date)
        {
            _days.Insert(++at, new(date));
        }

        return _today = _days[at];
    }
}
