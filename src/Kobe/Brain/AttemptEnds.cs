using System.Diagnostics;
using Kobe.Contracts;
using Kobe.Core.Runs;
using Kobe.Core.Text;
using Kobe.Hosting;

namespace Kobe.Brain;

/// <summary>What a host says of an attempt, in the words of the journal.</summary>
internal static class AttemptEnds
{
    public static AttemptEnd Of(Lane lane, AttemptResult result, Effects effects) => result.Outcome switch
    {
        AttemptOutcome.Succeeded => new(RunResult.Succeeded, null, result.Reason),
        AttemptOutcome.Failed => new(RunResult.Failed, result.Error, result.Reason),
        AttemptOutcome.Fatal => new(RunResult.Fatal, result.Error, result.Reason),
        AttemptOutcome.Unknown => new(RunResult.Unknown, result.Error, result.Reason),
        AttemptOutcome.Snoozed => new(RunResult.Snoozed, null, result.Reason, result.Until),
        AttemptOutcome.Skipped => new(RunResult.Skipped, null, result.Reason),
        AttemptOutcome.NotStarted => new(RunResult.Failed, result.Error ?? "no runner took it", result.Reason),
        AttemptOutcome.Cancelled or AttemptOutcome.Died => Asked(lane, result, effects),
        AttemptOutcome.Reconciled => new(RunResult.Unknown, "it answered a question that was not asked"),
        _ => throw new UnreachableException(),
    };

    private static AttemptEnd Asked(Lane lane, AttemptResult result, Effects effects)
    {
        var died = result.Outcome == AttemptOutcome.Died;
        return lane.Cause switch
        {
            EndCause.Preemption => new(RunResult.Preempted, null, "gave way to a critical one"),
            EndCause.Person => new(RunResult.Cancelled, null, $"cancelled by {lane.CancelledBy}"),
            EndCause.Stop => new(RunResult.Unknown, "the brain stopped while it ran", result.Reason),
            EndCause.Timeout => new(

                // One that heeded its token says itself that it is not done; an order may be out all the same.
                died || effects == Effects.Orders ? RunResult.Unknown : RunResult.Failed,
                $"time limit of {DurationText.Format(lane.Task.Timeout)} reached", null, Crashed: died),
            _ => new(RunResult.Unknown, result.Error ?? "its process ended without an answer", result.Reason,
                Crashed: died),
        };
    }
}
