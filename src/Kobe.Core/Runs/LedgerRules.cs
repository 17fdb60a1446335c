namespace Kobe.Core.Runs;

/// <summary>Which event may follow which: one sentence when it may not, null when it may.</summary>
internal static class LedgerRules
{
    public static string? New(OccurrenceKey key, Run? run, int priority) => run is not null
        ? $"{key} is already known ({run.State}); a key is queued once."
        : !key.IsValid ? $"{key} is not a key that could be read back."
        : priority is < 1 or > 10 ? $"priority {priority} is not 1 to 10."
        : null;

    public static string? Closed(Run? run, RunEvent.Closed closed) =>
        closed.State == FinalState.Succeeded ? $"{closed.Key} cannot succeed without a start."
        : run is null ? closed.Key.IsValid ? null : $"{closed.Key} is not a key that could be read back."
        : run.State != RunState.Queued ? $"{closed.Key} is {run.State}; only a waiting one is closed without an end."
        : null;

    public static string? BulkMissed(TaskDay? day, RunEvent.BulkMissed missed) =>
        !OccurrenceKeyForm.IsTask(missed.Task) ? $"'{missed.Task}' is not a task id."
        : missed.Count < 1 ? $"a count of {missed.Count} is nothing to write down."
        : day is { Bulk: > 0 } && day.BulkThrough >= missed.Through
            ? $"{missed.Task} on {missed.Date:yyyy-MM-dd} was already counted through {day.BulkThrough:O}."
            : null;

    public static string? Started(Run? running, Run? run, RunEvent.Started started) =>
        run is null ? $"{started.Key} was never queued."
        : run.State != RunState.Queued ? $"{started.Key} is {run.State}; only a waiting one starts."
        : running is not null ? $"{running.Key} has started and not ended; one runs at a time."
        : started.Start != run.Starts + 1 ? $"start {started.Start} of {started.Key} must be {run.Starts + 1}."
        : started.Attempt != run.Attempt ? $"attempt {started.Attempt} of {started.Key} must be {run.Attempt}."
        : null;

    public static string? Ended(Run? run, RunEvent.Ended ended) =>
        run is not { State: RunState.Running } ? $"{ended.Key} has no start that could end."
        : ended.Start != run.Starts ? $"{ended.Key} runs its start {run.Starts}, not {ended.Start}."
        : ended.Attempt != run.Attempt ? $"{ended.Key} runs its attempt {run.Attempt}, not {ended.Attempt}."
        : Fits(ended.Result, ended.Next) ? null
        : $"{ended.Key} cannot end {ended.Result} and go on as {ended.Next.Kind} {ended.Next.State}.";

    public static string? Reconciled(Run? run, RunEvent.Reconciled reconciled) =>
        run is not { State: RunState.Reconciling } ? $"{reconciled.Key} is not to be reconciled."
        : reconciled.Start != run.Starts
            ? $"{reconciled.Key} is asked about start {run.Starts}, not {reconciled.Start}."
        : (reconciled.Answer == ReconcileAnswer.Done) == IsSuccess(reconciled.Next) ? null
        : $"{reconciled.Key} was answered {reconciled.Answer}; only done, and always done, means Succeeded.";

    public static string? Resolved(Run? run, RunEvent.Resolved resolved) =>
        run is { State: RunState.Held or RunState.Reconciling } ? null : $"{resolved.Key} does not wait for a person.";

    public static string? Booted(int boot, RunEvent.Booted booted) =>
        booted.Boot == boot + 1 ? null : $"boot {booted.Boot} must be {boot + 1}.";

    public static string? Planned(DateTimeOffset? watermark, RunEvent.Planned planned) =>
        planned.Watermark < watermark
            ? $"the watermark {planned.Watermark:O} lies behind {watermark:O} and the clock did not step back."
            : null;

    public static string? ClockStepped(int epoch, RunEvent.ClockStepped stepped)
    {
        var right = stepped.Kind == ClockStep.Back ? epoch + 1 : epoch;
        return stepped.Epoch == right ? null : $"epoch {stepped.Epoch} must be {right}.";
    }

    public static string? Task(string task) =>
        OccurrenceKeyForm.IsTask(task) ? null : $"'{task}' is not a task id.";

    private static bool Fits(RunResult result, NextStep next) => result switch
    {
        RunResult.Succeeded => IsSuccess(next),
        RunResult.Skipped => next.Kind == NextKind.Final && next.State == FinalState.Skipped,
        RunResult.Cancelled => next.Kind == NextKind.Final && next.State == FinalState.Cancelled,
        RunResult.Unknown => !IsSuccess(next),
        _ => next.Kind is NextKind.Final or NextKind.QueuedAgain && !IsSuccess(next),
    };

    private static bool IsSuccess(NextStep next) => next.Kind == NextKind.Final && next.State == FinalState.Succeeded;
}
