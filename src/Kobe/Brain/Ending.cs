using Kobe.Core.Runs;
using Kobe.Core.Schedules;
using Kobe.Hosting;

namespace Kobe.Brain;

/// <summary>Writes down how an attempt ended and what follows, before anything else is taken from the queue.</summary>
internal sealed class Ending(BrainState state, FactShelf facts)
{
    // Two in a day: the third would be the same.
    private const int CrashesMax = 2;

    // What people look at first; older ones are in the journal.
    private const int ErrorsKept = 20;

    private readonly List<ScheduledTask> _toQuarantine = [];
    private AttemptResult? _unwritten;

    /// <summary>Whether an end waits for the disk; nothing starts meanwhile.</summary>
    public bool IsPending => _unwritten is not null;

    /// <summary>Takes what the host says of the attempt in the lane; answers about anything else are late and
    /// lost.</summary>
    public void Take(AttemptResult result)
    {
        if (!IsPending && state.Lane is { } lane && result.Start == lane.Start && result.Key == lane.Run.Key)
        {
            _unwritten = result;
            lane.HasEnded = true;
            Write();
        }
    }

    /// <summary>Tries to write down what the disk refused before.</summary>
    public void Write()
    {
        if (state.Book.IsBroken)
        {
            // What is written is not durable, and never will be: the next start finds out.
            return;
        }

        if (state.Settings.Mutations != Mutations.None && state.Lane is { HasEnded: false, IsQuestion: false } early)
        {
            EndEarly(early);
        }

        if (_unwritten is { } result && state.Lane is { } lane && (IsMoot(lane, result) || TryEnd(lane, result)))
        {
            _unwritten = null;
            state.Lane = null;
        }

        for (var i = _toQuarantine.Count - 1; i >= 0 && Quarantine(_toQuarantine[i]); i--)
        {
            _toQuarantine.RemoveAt(i);
        }
    }

    private void EndEarly(Lane lane)
    {
        var mutations = state.Settings.Mutations;
        _unwritten ??= mutations.HasFlag(Mutations.EndsBeforeEffect)
            ? new AttemptResult(lane.Run.Key, lane.Start, AttemptOutcome.Succeeded)
            : mutations.HasFlag(Mutations.EndsAtCancel) && lane.KillMono is not null
                ? new AttemptResult(lane.Run.Key, lane.Start, AttemptOutcome.Died)
                : null;
    }

    /// <summary>What a crash of the brain left running is in doubt: it is ended as unknown before anything
    /// else.</summary>
    public bool EndInDoubt(Run run, ScheduledTask? task)
    {
        var end = new AttemptEnd(RunResult.Unknown, "the brain ended while it ran");
        var verdict = task is null
            ? new EndVerdict(
                RunResult.Unknown, NextStep.Held, "its row is gone", $"HELD: {run.Key}: its row is gone", false)
            : EndPolicy.Judge(run, end, state.EndSettingOf(task, run, end.Result));
        var ended = new RunEvent.Ended(
            state.Now, run.Key, run.Starts, run.Attempt, verdict.Result, verdict.Next, 0, verdict.Reason, end.Error);
        if (!state.Book.TryWrite(ended))
        {
            return false;
        }

        Warn(verdict.Alert);
        if (!state.Book.TrySync())
        {
            return false;
        }

        state.AnythingFailed |= task is null;
        if (task is not null)
        {
            Follow(run, task, verdict, end.Error);
        }

        return true;
    }

    /// <summary>Nobody can be asked about a run in doubt any more: a person must say what became of it.</summary>
    public bool Hold(Run run, string why)
    {
        if (!state.Book.TryWrite(new RunEvent.Reconciled(
            state.Now, run.Key, run.Starts, ReconcileAnswer.Unknown, NextStep.Held)))
        {
            return false;
        }

        state.AnythingFailed = true;
        state.Alerts.Raise(AlertLevel.Warning, $"HELD: {run.Key}: {why}; kobe resolve {run.Key} done|rerun|drop");
        return true;
    }

    // A question that the brain's own stop cut short is asked again at the next start; a person's answer counts more.
    private static bool IsMoot(Lane lane, AttemptResult result) => lane.IsQuestion
        && (lane.Run.State != RunState.Reconciling
            || (lane.Cause == EndCause.Stop && result.Outcome != AttemptOutcome.Reconciled));

    private bool TryEnd(Lane lane, AttemptResult result)
    {
        if ((lane.IsQuestion ? Answered(lane, result) : Ended(lane, result)) is not { } verdict)
        {
            return false;
        }

        // Before it is durable: rather an alert too many than an end of which nobody hears. Nothing leaves the loop
        // before it is: the next start is synced together with it, and else the turn's end syncs it.
        var isLate = state.Settings.Mutations.HasFlag(Mutations.AlertAfterSync);
        Warn(isLate ? null : verdict.Alert);
        state.Book.OweSync();
        if (isLate)
        {
            if (!state.Book.TrySync())
            {
                return false;
            }

            Warn(verdict.Alert);
        }

        Follow(lane.Run, lane.Task, verdict, result.Error ?? verdict.Reason ?? result.Reason);
        return true;
    }

    private EndVerdict? Ended(Lane lane, AttemptResult result)
    {
        if (state.Settings.Mutations.HasFlag(Mutations.ExitZeroSucceeds) && result is
            { Outcome: AttemptOutcome.Died } && result.Error == ExitWords.Of(0, null))
        {
            result = result with { Outcome = AttemptOutcome.Succeeded };
        }

        var end = AttemptEnds.Of(lane, result, state.Roster.HandlerOf(lane.Task)?.Effects ?? Contracts.Effects.Orders);
        var verdict = EndPolicy.Judge(lane.Run, end, state.EndSettingOf(lane.Task, lane.Run, end.Result));
        verdict = Opening(lane, verdict, end);
        var duration = (long)Math.Max(0, (state.Clock.Mono - lane.StartedMono).TotalMilliseconds);
        var ended = new RunEvent.Ended(
            state.Now, lane.Run.Key, lane.Start, lane.Attempt, verdict.Result, verdict.Next, duration, verdict.Reason,
            end.Error, verdict.Crashed, Payloads.Of(result));
        if (!state.Book.TryWrite(ended))
        {
            return null;
        }

        if (result.Facts.Count > 0)
        {
            facts.Changed();
            state.NeedsChanged = true;
        }

        return verdict;
    }

    private EndVerdict? Answered(Lane lane, AttemptResult result)
    {
        var answer = result.Outcome == AttemptOutcome.Reconciled ? result.Answer switch
        {
            Contracts.ReconcileAnswer.Done => ReconcileAnswer.Done,
            Contracts.ReconcileAnswer.NotDone => ReconcileAnswer.NotDone,
            _ => ReconcileAnswer.Unknown,
        }
        : ReconcileAnswer.Unknown;
        var verdict = EndPolicy.Judge(
            lane.Run, answer, state.EndSettingOf(lane.Task, lane.Run, RunResult.Unknown));
        var reconciled = new RunEvent.Reconciled(state.Now, lane.Run.Key, lane.Start, answer, verdict.Next);
        return state.Book.TryWrite(reconciled) ? verdict : null;
    }

    // on_start rows have one attempt each; a reconcile goes on trying, and entries wait for it.
    private EndVerdict Opening(Lane lane, EndVerdict verdict, in AttemptEnd end)
    {
        if (lane.Task.Trigger is not Trigger.OnStart || verdict.Result is not (RunResult.Failed or RunResult.Unknown))
        {
            return verdict;
        }

        if (lane.Task.Kind == TaskKind.Reconcile)
        {
            var wait = RetryPolicy.Wait(lane.Task.Backoff, lane.Run.Key, lane.Attempt);
            return verdict with
            {
                Result = RunResult.Failed,
                Next = NextStep.QueuedAgain(state.Now + wait),
                Alert = $"RECONCILE: {lane.Task.Id} failed at start, entries are blocked: {end.Error ?? end.Reason}",
            };
        }

        return verdict.Next.Kind != NextKind.QueuedAgain ? verdict : verdict with
        {
            Result = RunResult.Failed,
            Next = NextStep.Final(FinalState.Failed),
            Reason = "one attempt at start",
            Alert = $"SCHEDULER FAILURE: {lane.Task.Id} failed 1x: {end.Error ?? end.Reason}",
        };
    }

    private void Warn(string? alert)
    {
        if (alert is not null)
        {
            state.Alerts.Raise(AlertLevel.Warning, alert);
        }
    }

    private void Follow(Run run, ScheduledTask task, EndVerdict verdict, string? error)
    {
        // Both are empty but for the first minute, and to look for a key in them hashes two strings at each end.
        if (verdict.Result == RunResult.Succeeded && state.UnreconciledStarts.Count > 0)
        {
            state.UnreconciledStarts.Remove(run.Key);
        }

        if (state.Opening.Count > 0)
        {
            state.Opening.Remove(run.Key);
        }

        state.NeedsChanged |= verdict.Next.Kind == NextKind.Final && state.Roster.HasFollowers(task);
        if (verdict.Next.Kind == NextKind.QueuedAgain)
        {
            Waiting.Again(state, run, task);
        }

        state.AnythingFailed |= verdict.Next.Kind == NextKind.Held || verdict.Next is
            { Kind: NextKind.Final, State: FinalState.Failed or FinalState.Interrupted };
        if (error is not null && verdict.Result is RunResult.Failed or RunResult.Fatal or RunResult.Unknown)
        {
            state.Errors.Insert(0, new(run.Key.ToString(), error, state.Now));
            state.Errors.RemoveRange(
                Math.Min(ErrorsKept, state.Errors.Count), Math.Max(0, state.Errors.Count - ErrorsKept));
        }

        if (verdict.Crashed && !Quarantine(task))
        {
            _toQuarantine.Add(task);
        }
    }

    private bool Quarantine(ScheduledTask task)
    {
        var standing = state.Ledger.TaskOf(task.Id);
        if (standing is not { Quarantine: null } || standing.CrashesBy(state.Now) < CrashesMax)
        {
            return true;
        }

        var reason = $"{CrashesMax} crashes or kills in 24 h";
        if (!state.Book.TryWrite(new RunEvent.Quarantined(state.Now, task.Id, reason)))
        {
            return false;
        }

        state.Alerts.Raise(
            AlertLevel.Critical, $"QUARANTINE: {task.Id}: {reason}; kobe unquarantine {task.Id} when it is mended");
        return true;
    }
}
