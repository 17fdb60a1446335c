using Kobe.Plugins.Journals;

namespace Kobe.Plugins.Monitoring.Skips;

/// <summary>On which dates a task did something, and on which it was only skipped.</summary>
/// <param name="counts">Whether a reason counts.</param>
internal sealed class SkipTally(Func<string, bool> counts)
{
    // By task, then by date: what the skips of that date said, or null when it did something or was skipped otherwise.
    private readonly SortedDictionary<string, SortedDictionary<string, string?>> _tasks = new(StringComparer.Ordinal);

    /// <summary>The events that tell it.</summary>
    public static string[] Events { get; } = ["ended", "closed", "reconciled", "resolved"];

    public int Tasks => _tasks.Count;

    public void Take(in JournalNote note)
    {
        if (note is not { Final: { } state, Day: { Length: > 0 } day })
        {
            return;
        }

        if (!_tasks.TryGetValue(note.Task, out var dates))
        {
            _tasks[note.Task] = dates = new(StringComparer.Ordinal);
        }

        var said = state == "skipped" && note.Reason is { } reason && counts(reason) ? reason : null;
        dates[day] = dates.TryGetValue(day, out var before) && before is null ? null : said;
    }

    /// <summary>The tasks that were only skipped on each of their last dates.</summary>
    public IReadOnlyList<StandingSkip> Standing(int days) =>
    [
        .. from task in _tasks
           let last = task.Value.Values.TakeLast(days).ToList()
           where last.Count == days && !last.Contains(null)
           select new StandingSkip(task.Key, days, last[^1]!),
    ];
}
