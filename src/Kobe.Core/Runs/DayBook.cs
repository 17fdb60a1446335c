namespace Kobe.Core.Runs;

/// <summary>All occurrences of one date, by task, with their count by final state.</summary>
internal sealed class DayBook(DateOnly date, long firstSeq)
{
    public static readonly int StateCount = Enum.GetValues<FinalState>().Length;

    public DateOnly Date { get; } = date;

    /// <summary>The event that opened the book: no journal file behind it holds anything about this date.</summary>
    public long FirstSeq { get; } = firstSeq;

    public Dictionary<string, TaskDay> Tasks { get; private init; } = new(StringComparer.Ordinal);

    public long[] Finals { get; private init; } = new long[StateCount];

    public int Pending { get; set; }

    public int Held { get; set; }

    public TaskDay Of(string task)
    {
        if (!Tasks.TryGetValue(task, out var day))
        {
            Tasks.Add(task, day = new TaskDay(task));
        }

        return day;
    }

    public bool SameAs(DayBook other) =>
        (Date, FirstSeq, Pending, Held, Tasks.Count) ==
            (other.Date, other.FirstSeq, other.Pending, other.Held, other.Tasks.Count)
        && Finals.AsSpan().SequenceEqual(other.Finals)
        && Tasks.All(task => other.Tasks.TryGetValue(task.Key, out var same) && task.Value.SameAs(same));

    public DayBook Clone(Action<Run> cloned) => new(Date, FirstSeq)
    {
        Tasks = Tasks.ToDictionary(pair => pair.Key, pair => pair.Value.Clone(cloned), StringComparer.Ordinal),
        Finals = [.. Finals],
        Pending = Pending,
        Held = Held,
    };
}
