using System.Diagnostics;
using Kobe.Core.Schedules;

namespace Kobe.Core.Runs;

/// <summary>Decides what follows the end of an attempt. Pure. Source: semantics, "A run".</summary>
public static class EndPolicy
{
    /// <summary>After this many snoozes an occurrence fails.</summary>
    public const int SnoozesMax = 20;

    /// <summary>After this many pre-emptions an occurrence gives way no more.</summary>
    public const int PreemptionsMax = 3;

    /// <summary>What follows.</summary>
    /// <param name="run">The run, as it stood while the attempt ran.</param>
    /// <param name="end">How the attempt ended.</param>
    /// <param name="setting">What it is judged by.</param>
    public static EndVerdict Judge(Run run, in AttemptEnd end, in EndSetting setting)
    {
        ArgumentNullException.ThrowIfNull(run);
        return end.Result switch
        {
            RunResult.Succeeded => new(end.Result, NextStep.Final(FinalState.Succeeded), end.Reason, null, false),
            RunResult.Skipped => new(end.Result, NextStep.Final(FinalState.Skipped), end.Reason, null, false),
            RunResult.Cancelled => new(end.Result, NextStep.Final(FinalState.Cancelled), end.Reason, null, false),
            RunResult.Preempted => new(end.Result, NextStep.QueuedAgain(setting.Now), end.Reason, null, false),
            RunResult.Snoozed => Snooze(run, end, setting),
            RunResult.Failed => Retry(run, end, setting, RetryPolicy.Wait(setting.Task.Backoff, run.Key, run.Attempt)),
            RunResult.Fatal => Discard(run, end),
            RunResult.Unknown => Resolve(run, end, setting),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What follows the handler's answer about an attempt in doubt.</summary>
    /// <param name="run">The run, in state Reconciling.</param>
    /// <param name="answer">What the handler said.</param>
    /// <param name="setting">What it is judged by.</param>
    public static EndVerdict Judge(Run run, ReconcileAnswer answer, in EndSetting setting)
    {
        ArgumentNullException.ThrowIfNull(run);
        return answer switch
        {
            ReconcileAnswer.Done =>
                new(RunResult.Succeeded, NextStep.Final(FinalState.Succeeded), "reconciled: done", null, false),
            ReconcileAnswer.NotDone => NotDone(run, setting),
            _ => new(RunResult.Unknown, NextStep.Held, "reconciled: unknown",
                $"HELD: {run.Key} may or may not have had its effect; kobe resolve {run.Key} done|rerun|drop", false),
        };
    }

    // It is known that nothing happened, so it may run again; but no more often and no later than after a failure.
    private static EndVerdict NotDone(Run run, in EndSetting setting)
    {
        var dropped = run.Attempts > setting.Task.Retries ? $"{run.Attempts} attempts used"
            : setting.Now > run.Expires ? "it has expired"
            : setting.NextSlot <= setting.Now ? "its next slot is due"
            : null;
        return dropped is null
            ? new(RunResult.Unknown, NextStep.QueuedAgain(setting.Now), "reconciled: not done", null, false)
            : new(RunResult.Unknown, NextStep.Final(FinalState.Failed), $"reconciled: not done, and {dropped}",
                $"SCHEDULER FAILURE: {run.Key.Task} failed {run.Attempts}x: not done, and {dropped}", false);
    }

    private static EndVerdict Snooze(Run run, in AttemptEnd end, in EndSetting setting)
    {
        var until = end.Until > setting.Now ? end.Until.Value : setting.Now;
        return run.Snoozes >= SnoozesMax
            ? Fail(run, RunResult.Snoozed, $"snoozed {SnoozesMax} times", end.Error, false)
            : until > run.Expires ? Fail(run, RunResult.Snoozed, "snoozed past its expiry", end.Error, false)
            : new(RunResult.Snoozed, NextStep.QueuedAgain(until), end.Reason, null, false);
    }

    // A retry that would pass the expiry or the task's next slot is dropped, and said so.
    private static EndVerdict Retry(Run run, in AttemptEnd end, in EndSetting setting, TimeSpan wait)
    {
        var at = setting.Now + wait;
        var dropped = run.Attempt > setting.Task.Retries ? $"{run.Attempt} attempts used"
            : at > run.Expires ? "the next retry would pass its expiry"
            : setting.NextSlot is { } next && at >= next ? "the next retry would pass its next slot"
            : null;
        return dropped is null
            ? new(end.Result, NextStep.QueuedAgain(at), end.Reason, null, end.Crashed)
            : Fail(run, end.Result, dropped, end.Error, end.Crashed);
    }

    private static EndVerdict Discard(Run run, in AttemptEnd end) =>
        Fail(run, end.Result, "fatal: not retried", end.Error, end.Crashed);

    private static EndVerdict Fail(Run run, RunResult result, string reason, string? error, bool crashed) => new(
        result, NextStep.Final(FinalState.Failed), reason,
        $"SCHEDULER FAILURE: {run.Key.Task} failed {run.Attempt}x: {error ?? reason}", crashed);

    private static EndVerdict Resolve(Run run, in AttemptEnd end, in EndSetting setting)
    {
        var policy = Effective(setting.Task.OnUnknown, setting.CanReconcile);
        return policy switch
        {
            OnUnknown.Reconcile => new(end.Result, NextStep.Reconcile, end.Reason, null, end.Crashed),
            // What the brain's own end interrupted runs at once; what killed its process waits as a failure does.
            OnUnknown.Retry => Retry(run, end, setting,
                end.Crashed ? RetryPolicy.Wait(setting.Task.Backoff, run.Key, run.Attempt) : TimeSpan.Zero),
            OnUnknown.Skip => new(end.Result, NextStep.Final(FinalState.Interrupted), end.Reason,
                $"INTERRUPTED: {run.Key}: {end.Error ?? end.Reason}", end.Crashed),
            _ => new(end.Result, NextStep.Held, end.Reason,
                $"HELD: {run.Key}: {end.Error ?? end.Reason}; kobe resolve {run.Key} done|rerun|drop", end.Crashed),
        };
    }

    /// <summary>The policy that counts for a handler: asking it only where it can answer.</summary>
    /// <param name="policy">The row's policy.</param>
    /// <param name="canReconcile">Whether its handler can be asked.</param>
    public static OnUnknown Effective(OnUnknown policy, bool canReconcile) => policy switch
    {
        OnUnknown.ReconcileElseAlert or OnUnknown.Reconcile =>
            canReconcile ? OnUnknown.Reconcile : OnUnknown.Alert,
        OnUnknown.ReconcileElseRetry => canReconcile ? OnUnknown.Reconcile : OnUnknown.Retry,
        _ => policy,
    };
}
