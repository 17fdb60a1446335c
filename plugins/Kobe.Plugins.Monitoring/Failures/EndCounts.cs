using Kobe.Plugins.Journals;

namespace Kobe.Plugins.Monitoring.Failures;

/// <summary>Counts how occurrences ended, and which tasks did in the chosen ways.</summary>
/// <param name="outcomes">The chosen final states.</param>
internal sealed class EndCounts(IReadOnlyCollection<string> outcomes)
{
    private const int TasksMax = 8;
    private const int SaidMax = 160;

    private readonly SortedDictionary<string, (long Count, string? Last)> _tasks = new(StringComparer.Ordinal);

    /// <summary>The events that tell it.</summary>
    public static string[] Events { get; } = ["ended", "closed", "reconciled", "resolved", "bulk_missed"];

    public long Ends { get; private set; }

    public long Chosen { get; private set; }

    public void Take(in JournalNote note)
    {
        var (state, count) = note.Event == "bulk_missed" ? ("missed", note.Count) : (note.Final, 1);
        if (state is null)
        {
            return;
        }

        Ends += count;
        if (outcomes.Contains(state))
        {
            Chosen += count;
            var said = note.Error ?? note.Reason;
            _tasks[note.Task] = (
                _tasks.GetValueOrDefault(note.Task).Count + count,
                said is { Length: > SaidMax } ? said[..SaidMax] + "…" : said);
        }
    }

    /// <summary>The tasks with most of the chosen ends.</summary>
    public IReadOnlyList<TaskCount> Worst() =>
    [
        .. _tasks.OrderByDescending(pair => pair.Value.Count).Take(TasksMax)
            .Select(pair => new TaskCount(pair.Key, pair.Value.Count, pair.Value.Last)),
    ];
}
