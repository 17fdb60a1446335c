using Kobe.Core.Runs;
using Kobe.Core.Text;

namespace Kobe.Brain;

/// <summary>Says in a line what a gap cost.</summary>
internal static class GapDigest
{
    private static readonly TimeSpan LateMin = TimeSpan.FromMinutes(1);

    /// <param name="state">The brain's state.</param>
    /// <param name="gap">How long nothing was planned.</param>
    /// <param name="batch">What fell due meanwhile and lies within reach.</param>
    /// <param name="lost">How many others lie beyond it.</param>
    public static string Of(BrainState state, TimeSpan gap, PlannedBatch batch, int lost)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var planned in batch.All)
        {
            var what = WhatBecame(state, planned);
            counts[what] = counts.GetValueOrDefault(what) + 1;
        }

        if (lost > 0)
        {
            counts[FinalState.Missed.ToString().ToLowerInvariant()] = counts.GetValueOrDefault("missed") + lost;
        }

        var whole = TimeSpan.FromSeconds(Math.Floor(gap.TotalSeconds));
        return $"down {DurationText.Format(whole)}: {batch.Count + lost} due, "
            + string.Join(", ", counts.Select(entry => $"{entry.Value} {entry.Key}"));
    }

    private static string WhatBecame(BrainState state, PlannedOccurrence planned)
    {
        var occurrence = planned.Occurrence;
        if (!planned.Decision.Queues)
        {
            return planned.Decision.State.ToString().ToLowerInvariant();
        }

        // A newer one of the same gap may have taken its place since.
        return state.Ledger.Find(occurrence.Key) is { State: RunState.Final } run
            ? run.Final.ToString().ToLowerInvariant()
            : state.Now - occurrence.Due > LateMin ? "run late" : "queued";
    }
}
