using System.Runtime.CompilerServices;

namespace Kobe.Core.Runs;

/// <summary>All occurrences of one date, by task, with their count by final state.</summary>
/// <param name="date">The date.</param>
/// <param name="firstSeq">The event that opened the book.</param>
/// <param name="like">The date before: as much will probably fall due, and what grows is made anew again and again.
/// </param>
internal sealed class DayBook(DateOnly date, long firstSeq, DayBook? like = null)
{
    public static readonly int StateCount = Enum.GetValues<FinalState>().Length;

    private DayBook? _like = like;
    private TaskDay? _last;

    public DateOnly Date { get; } = date;

    /// <summary>The event that opened the book: no journal file behind it holds anything about this date.</summary>
    public long FirstSeq { get; } = firstSeq;

    public Dictionary<string, TaskDay> Tasks { get; private init; } =
        new(like?.Tasks.Count ?? 0, StringComparer.Ordinal);

    public long[] Finals { get; private init; } = new long[StateCount];

    public int Pending { get; set; }

    public int Held { get; set; }

    /// <summary>Whether several ledgers have this book: it is copied before anything is written into it.</summary>
    public bool IsShared { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TaskDay? Find(string task)
    {
        // What happens to a task mostly comes in a row. Read once: a shared book has several readers.
        if (_last is { } last && ReferenceEquals(last.Task, task))
        {
            return last;
        }

        return Tasks.TryGetValue(task, out var day) ? _last = day : null;
    }

    /// <summary>A newer date has its book: few more of this one will come, and older books must not be held on to.
    /// </summary>
    public void LetGo() => _like = null;

    public TaskDay Of(string task)
    {
        if (Find(task) is not { } day)
        {
            Tasks.Add(task, _last = day = new TaskDay(task, Date, _like?.Find(task)?.Count ?? 1));
        }

        return day;
    }

    /// <summary>The book for another ledger: where all is final it is the same one, for nothing leaves
    /// that.</summary>
    public DayBook SharedOrCloned(Action<Run> cloned)
    {
        if (Pending + Held > 0)
        {
            return Clone(cloned);
        }

        IsShared = true;
        return this;
    }

    public bool SameAs(DayBook other) => ReferenceEquals(this, other) || (
        (Date, FirstSeq, Pending, Held, Tasks.Count) ==
            (other.Date, other.FirstSeq, other.Pending, other.Held, other.Tasks.Count)
        && Finals.AsSpan().SequenceEqual(other.Finals)
        && Tasks.All(task => other.Tasks.TryGetValue(task.Key, out var same) && task.Value.SameAs(same)));

    public DayBook Clone(Action<Run> cloned) => new(Date, FirstSeq)
    {
        Tasks = Tasks.ToDictionary(pair => pair.Key, pair => pair.Value.Clone(cloned), StringComparer.Ordinal),
        Finals = [.. Finals],
        Pending = Pending,
        Held = Held,
    };
}
