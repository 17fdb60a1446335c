using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning.Deciding;

/// <summary>Whether a row's <c>after</c> and <c>needs</c> are met, are still to come, or can't be met any
/// more.</summary>
public static class Requirement
{
    /// <summary>What stands against a start.</summary>
    /// <param name="task">The row.</param>
    /// <param name="key">The occurrence.</param>
    /// <param name="due">When it fell due (UTC).</param>
    /// <param name="ledger">What has happened.</param>
    /// <param name="now">The present (UTC).</param>
    public static RequirementState Of(
        ScheduledTask task, OccurrenceKey key, DateTimeOffset due, Ledger ledger, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(ledger);
        foreach (var after in task.After)
        {
            if (Predecessor(after, key, due, ledger) is not { } run)
            {
                continue;
            }

            if (run.State != RunState.Final)
            {
                return RequirementState.Waits(after);
            }

            if (after.End == AfterEnd.Success && run.Final != FinalState.Succeeded)
            {
                return RequirementState.Lost(after, run.Final);
            }
        }

        foreach (var need in task.Needs)
        {
            var published = ledger.FactOf(need.Fact)?.At;
            if (published is not { } at || now - at >= need.Age)
            {
                return RequirementState.Waits(need, published);
            }
        }

        return RequirementState.Met;
    }

    // The latest of the same date not later than this one. One that was coalesced is stood for by the next that was
    // not, or by the last before it.
    private static Run? Predecessor(AfterTask after, OccurrenceKey key, DateTimeOffset due, Ledger ledger)
    {
        Run? latest = null;
        Run? before = null;
        foreach (var run in ledger.RunsOf(after.Task, key.Date))
        {
            if (run.Due > due && !IsCoalesced(latest))
            {
                break;
            }

            latest = run;
            before = IsCoalesced(run) ? before : run;
        }

        return IsCoalesced(latest) ? before ?? latest : latest;
    }

    private static bool IsCoalesced(Run? run) => run is { State: RunState.Final, Final: FinalState.Coalesced };
}
