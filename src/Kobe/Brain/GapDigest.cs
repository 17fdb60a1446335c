using Kobe.Core.Runs;
using Kobe.Core.Text;

namespace Kobe.Brain;

/// <summary>Says in a line what a gap cost.</summary>
internal static class GapDigest
{
    public static string Of(
        TimeSpan gap, IReadOnlyList<PlannedOccurrence> batch, IEnumerable<BeyondReach> beyond)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var planned in batch)
        {
            var what = planned.Decision.Queues
                ? planned.CaughtUp ? "run late" : "queued"
                : planned.Decision.State.ToString().ToLowerInvariant();
            counts[what] = counts.GetValueOrDefault(what) + 1;
        }

        var lost = beyond.Sum(entry => entry.Count);
        if (lost > 0)
        {
            counts[FinalState.Missed.ToString().ToLowerInvariant()] = counts.GetValueOrDefault("missed") + lost;
        }

        var whole = TimeSpan.FromSeconds(Math.Floor(gap.TotalSeconds));
        return $"down {DurationText.Format(whole)}: {batch.Count + lost} due, "
            + string.Join(", ", counts.Select(entry => $"{entry.Value} {entry.Key}"));
    }
}
