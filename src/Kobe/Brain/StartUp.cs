using System.Globalization;
using Kobe.Core.Planning;
using Kobe.Core.Queueing;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Brain;

/// <summary>What happens before the loop opens: the boot is written down, doubts are resolved, on_start rows
/// queue.</summary>
internal sealed class StartUp(BrainState state, Ending ending)
{
    private static readonly TimeSpan BackMin = TimeSpan.FromMinutes(1);

    /// <returns>False when the journal refused: the brain must not start.</returns>
    public bool Run() =>
        state.Book.TryWrite(new RunEvent.Booted(
            state.Now, state.Ledger.Boot + 1, state.Settings.Version, state.Settings.Pid))
        && NoteClockBehind()
        && EndInDoubt()
        && Load()
        && Requeue()
        && QueueOnStart()
        && state.Book.TrySync();

    // The clock was set back while no brain ran: what was planned must not be planned twice.
    private bool NoteClockBehind()
    {
        if (state.Ledger.Watermark is not { } watermark || watermark - state.Now <= BackMin)
        {
            return true;
        }

        state.Alerts.Raise(AlertLevel.Critical,
            $"CLOCK: it stands {AlertText.Span(watermark - state.Now)} behind what was planned; entries are blocked");
        return state.Book.TryWrite(new RunEvent.ClockStepped(
            state.Now, ClockStep.Back, watermark - state.Now, state.Ledger.Epoch + 1));
    }

    private bool EndInDoubt() =>
        state.Ledger.Running is not { } run || ending.EndInDoubt(run, state.Roster.Find(run.Key.Task));

    private bool Load() =>
        state.Ledger.Loads is [.., var last] && last.Hash == state.Roster.Schedule.Hash
        || state.Book.TryWrite(new RunEvent.Loaded(
            state.Now, state.Roster.Schedule.Hash, state.Roster.Schedule.Tasks.Count));

    private bool Requeue()
    {
        foreach (var run in state.Ledger.Open())
        {
            if (run.State != RunState.Queued || state.Queue.Of(run.Key.Task).Any(waiter => waiter.Key == run.Key))
            {
                continue;
            }

            if (state.Roster.Find(run.Key.Task) is { } task)
            {
                var caughtUp = run.Starts == 0 && run.By is null && run.QueuedAt - run.Due > task.Grace;
                state.Queue.Add(new Waiter(run, task, caughtUp), state.Now);
            }
            else if (!state.Book.TryWrite(new RunEvent.Closed(
                state.Now, run.Key, run.Due, FinalState.Removed, "its row is gone")))
            {
                return false;
            }
        }

        return true;
    }

    private bool QueueOnStart()
    {
        if (!state.Settings.OnStart)
        {
            return true;
        }

        var slot = "/boot-" + state.Ledger.Boot.ToString(CultureInfo.InvariantCulture);
        foreach (var task in state.Roster.OnStart)
        {
            var occurrence = Expansion.Unplanned(task, slot, state.Now, state.Roster.Calendars);
            if (state.Settings.OnStartSkip.Contains(task.Id)
                || state.Ledger.TaskOf(task.Id) is { Disabled: not null } or { Quarantine: not null })
            {
                continue;
            }

            if (!state.Book.TryWrite(new RunEvent.Queued(
                state.Now, occurrence.Key, occurrence.Due, occurrence.Expires, task.Priority)))
            {
                return false;
            }

            state.Queue.Add(new Waiter(state.Ledger.Find(occurrence.Key)!, task, caughtUp: false), state.Now);
            state.Opening.Add(occurrence.Key);
            if (task.Kind == TaskKind.Reconcile)
            {
                state.UnreconciledStarts.Add(occurrence.Key);
            }
        }

        return true;
    }
}
