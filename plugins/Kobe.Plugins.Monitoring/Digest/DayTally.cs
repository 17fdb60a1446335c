using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Digest;

/// <summary>Folds journal lines into the statistics of one civil date.</summary>
/// <param name="date">The date of the occurrences, as their keys tell it.</param>
internal sealed class DayTally(DateOnly date)
{
    private const string Missed = "missed";
    private readonly string day = date.ToString("yyyy-MM-dd");
    private readonly SortedDictionary<string, OccurrenceTally> occurrences = new(StringComparer.Ordinal);

    // Occurrences that were too long ago to be judged one by one come as one number.
    private readonly SortedDictionary<string, long> missed = new(StringComparer.Ordinal);

    /// <summary>Whether nothing of the date was journalled.</summary>
    public bool IsEmpty => occurrences.Count == 0 && missed.Count == 0;

    /// <summary>Takes the next line.</summary>
    public void Take(JournalEvent what)
    {
        if (what.Name == "bulk_missed")
        {
            if (what.Line.Text("date") == day)
            {
                missed[what.Key] = missed.GetValueOrDefault(what.Key) + what.Line.Number("count");
            }
        }
        else if (IsOfDay(what.Key))
        {
            if (!occurrences.TryGetValue(what.Key, out var occurrence))
            {
                occurrences[what.Key] = occurrence = new();
            }

            occurrence.Take(what);
        }
    }

    /// <summary>The statistics.</summary>
    /// <param name="tasksMax">How many tasks are told one by one.</param>
    public DailyDigest Digest(int tasksMax)
    {
        var byTask = occurrences.ToLookup(pair => pair.Key.Split('@')[0], pair => pair.Value);
        var tasks = byTask.Select(group => group.Key).Union(missed.Keys)
            .Select(task => Of(task, [.. byTask[task]], missed.GetValueOrDefault(task)))
            .OrderByDescending(Trouble).ThenByDescending(task => task.Occurrences)
            .ThenBy(task => task.Task, StringComparer.Ordinal)
            .ToList();
        return new(
            date, Of("", [.. occurrences.Values], missed.Values.Sum()), [.. tasks.Take(tasksMax)],
            Math.Max(0, tasks.Count - tasksMax));
    }

    private static TaskDigest Of(string task, IReadOnlyList<OccurrenceTally> of, long beyond)
    {
        var outcomes = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var occurrence in of)
        {
            outcomes[occurrence.Outcome] = outcomes.GetValueOrDefault(occurrence.Outcome) + 1;
        }

        if (beyond > 0)
        {
            outcomes[Missed] = outcomes.GetValueOrDefault(Missed) + beyond;
        }

        return new(
            task,
            of.Count + beyond,
            of.Sum(occurrence => occurrence.Starts),
            outcomes,
            Percentiles.Of(of.SelectMany(occurrence => occurrence.DurationsMs)),
            Percentiles.Of(of.Select(occurrence => occurrence.LatenessMs).OfType<long>()));
    }

    private static long Trouble(TaskDigest task) =>
        task.Outcomes.GetValueOrDefault("failed") + task.Outcomes.GetValueOrDefault("interrupted");

    // task@2026-11-20 and a slot: the task's name has no such sign.
    private bool IsOfDay(string key) =>
        key.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && key.AsSpan(at + 1).StartsWith(day, StringComparison.Ordinal);
}
