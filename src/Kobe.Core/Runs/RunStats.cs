namespace Kobe.Core.Runs;

/// <summary>How runs went: of one task, one day, or all together.</summary>
/// <param name="Name">The task's id, the date, or <c>all</c>.</param>
/// <param name="Ended">Occurrences that reached a final state after a start.</param>
/// <param name="Succeeded">Those of them that succeeded.</param>
/// <param name="Failed">Those that failed or were interrupted.</param>
/// <param name="NotStarted">Occurrences that ended without a start: skipped, expired, missed and so on.</param>
/// <param name="Retries">Attempts that were followed by another.</param>
/// <param name="Duration">How long attempts ran.</param>
/// <param name="Lateness">How long after its due instant a first attempt started.</param>
public sealed record RunStats(
    string Name, int Ended, int Succeeded, int Failed, int NotStarted, int Retries, Spread Duration, Spread Lateness)
{
    /// <summary>Of those that ended after a start, the part that succeeded, 0 to 1; null when none did end.</summary>
    public double? SuccessRate => Ended == 0 ? null : (double)Succeeded / Ended;

    /// <summary>Counts rows.</summary>
    /// <param name="name">What they have in common.</param>
    /// <param name="rows">The rows.</param>
    public static RunStats Of(string name, IEnumerable<HistoryRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int ended = 0, succeeded = 0, failed = 0, notStarted = 0, retries = 0;
        var durations = new List<long>();
        var latenesses = new List<long>();
        foreach (var row in rows)
        {
            var started = row.Attempt > 0;
            ended += row.IsFinal && started ? 1 : 0;
            succeeded += row.Outcome == "succeeded" ? 1 : 0;
            failed += row.Outcome is "failed" or "interrupted" ? 1 : 0;
            notStarted += row.IsFinal && !started ? 1 : 0;
            retries += row.Outcome == "retry" ? 1 : 0;
            if (row.DurationMs is { } duration)
            {
                durations.Add(duration);
            }

            if (row.LatenessMs is { } lateness)
            {
                latenesses.Add(lateness);
            }
        }

        return new(name, ended, succeeded, failed, notStarted, retries, Spread.Of(durations), Spread.Of(latenesses));
    }

    /// <summary>One for each name, in the names' order.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="nameOf">What a row belongs to.</param>
    public static IReadOnlyList<RunStats> By(IEnumerable<HistoryRow> rows, Func<HistoryRow, string> nameOf) =>
        [.. rows.GroupBy(nameOf).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Of(group.Key, group))];
}
