using Kobe.Control;
using Kobe.Core.Runs;
using Kobe.Core.Text;
using Kobe.Hosting;

namespace Kobe.Brain;

/// <summary>Applies what people, breakers and the supervision of runners ask of the loop.</summary>
internal sealed class Controls(
    BrainState state, LaneWatch lane, TradingControl trading, ByHand byHand, Backfill backfill, OneOff oneOff,
    Reloading reloading)
{
    /// <summary>Does what a person asks, and tells when it is durable.</summary>
    /// <returns>False when the journal could not take it: it has to be applied again.</returns>
    public bool Apply(BrainMessage.Ask ask)
    {
        var answer = Do(ask.Request);
        state.GateChanged = true;
        if (answer is not null && state.Book.TrySync())
        {
            ask.Tell?.Invoke(answer);
            return true;
        }

        if (state.Book.IsBroken)
        {
            ask.Tell?.Invoke(ControlAnswer.Failed($"The journal failed, the brain ends: {state.Book.Problem}"));
            return true;
        }

        return false;
    }

    public void Apply(RunnerChange change)
    {
        switch (change)
        {
            case RunnerChange.Gone gone:
                state.RunnerGone?.Invoke();
                state.Alerts.Raise(AlertLevel.Notice, $"RUNNER: {gone.Why}");
                break;
            case RunnerChange.Refused refused:
                state.Alerts.Raise(AlertLevel.Critical, $"RUNNER: {refused.Why}");
                break;
            default:
                break;
        }
    }

    // Null: the journal could not take it.
    private ControlAnswer? Do(ControlRequest request) => request.Verb switch
    {
        ControlVerb.Pause => Pause(request),
        ControlVerb.Resume => Resume(request),
        ControlVerb.Enable or ControlVerb.Disable => Switch(request),
        ControlVerb.Halt or ControlVerb.Reduce or ControlVerb.Activate or ControlVerb.ApproveExits =>
            trading.Set(request),
        ControlVerb.Cancel => Cancel(request),
        ControlVerb.Trigger => byHand.Trigger(request),
        ControlVerb.Resolve => byHand.Resolve(request),
        ControlVerb.Unquarantine => byHand.Unquarantine(request),
        ControlVerb.Backfill => backfill.Run(request),
        ControlVerb.ConfirmClock => ConfirmClock(request),
        ControlVerb.AddOnce => oneOff.Add(request),
        ControlVerb.Reload => reloading.Put(request),
        _ => ControlAnswer.Bad($"The brain does not know {ControlWords.Of(request.Verb)}."),
    };

    private ControlAnswer? Pause(ControlRequest request)
    {
        if (request.Until <= state.Now)
        {
            return ControlAnswer.Bad($"The pause would end at {ControlWords.Time(request.Until.Value, state.Zone)}, "
                + "which is past. Write a time to come.");
        }

        if (request.Subject is not ("" or "all"))
        {
            return ControlAnswer.Bad($"A pause is for everything but exits, reconciling and monitoring, or for 'all'; "
                + $"not for '{request.Subject}'. kobe disable stops one task.");
        }

        return Write(request)
            ? ControlAnswer.Done(ControlWords.OfPause(state.Ledger.Controls.Pause!, state.Zone))
            : null;
    }

    private ControlAnswer? Resume(ControlRequest request)
    {
        var pause = state.Ledger.Controls.PauseAt(state.Now);
        return !Write(request) ? null : ControlAnswer.Done(pause is null
            ? "Nothing was paused."
            : "Resumed: what is due from now on starts, and what waits. What was skipped is not made up for.");
    }

    private ControlAnswer? Switch(ControlRequest request)
    {
        var task = state.Roster.Find(request.Subject);
        var wasDisabled = state.Ledger.TaskOf(request.Subject)?.Disabled is not null;
        if (task is null && !wasDisabled)
        {
            return Unknown(state, request.Subject);
        }

        if (!Write(request))
        {
            return null;
        }

        return ControlAnswer.Done(request.Verb == ControlVerb.Disable
            ? $"{request.Subject} is disabled until kobe enable {request.Subject}; what waits of it ends as disabled."
            : task is { Enabled: false } ? $"{request.Subject} stays off: its row says enabled: false."
            : !wasDisabled ? $"{request.Subject} was not disabled."
            : $"{request.Subject} runs again from its next occurrence on; what it missed is not made up for.");
    }

    private ControlAnswer? Cancel(ControlRequest request)
    {
        if (state.Lane is { } running && running.Run.Key.ToString() == request.Subject)
        {
            lane.CancelFor(request.By);
            return Write(request)
                ? ControlAnswer.Done($"{request.Subject} runs and is asked to end; after "
                    + $"{DurationText.FormatWhole(state.Settings.KillGrace)} its process is killed.")
                : null;
        }

        foreach (var waiter in state.Queue.InOrder())
        {
            if (waiter.Key.ToString() == request.Subject)
            {
                var why = $"cancelled by {request.By}: {request.Reason}";
                return Write(request) && Waiting.Close(state, waiter, FinalState.Cancelled, why)
                    ? ControlAnswer.Done($"{request.Subject} is cancelled before it started.")
                    : null;
            }
        }

        return !OccurrenceKey.TryParse(request.Subject, out var key) || state.Ledger.Find(key) is not { } run
            ? ControlAnswer.Missing(
                $"There is no occurrence '{request.Subject}'. kobe status lists what waits and runs.")
            : run.State == RunState.Final ? ControlAnswer.Refused($"{key} has ended already: {run.Final}.")
            : ControlAnswer.Refused($"{key} waits for a person; kobe resolve {key} drop ends it.");
    }

    private ControlAnswer? ConfirmClock(ControlRequest request)
    {
        var wasBehind = state.Ledger.ClockBehind;
        return !Write(request) ? null : ControlAnswer.Done(wasBehind
            ? "The clock is taken as right: entries may run again."
            : "The clock did not stand behind what was planned.");
    }

    private bool Write(ControlRequest request) => state.Book.TryWrite(new RunEvent.Control(
        state.Now, request.Verb, request.Subject, request.By, request.Reason, request.Until));

    /// <summary>There is no such task, with what was probably meant.</summary>
    public static ControlAnswer Unknown(BrainState state, string task) => ControlAnswer.Missing(
        $"There is no task '{task}'. "
        + (DidYouMean.Nearest(task, state.Roster.Schedule.Tasks.Select(row => row.Id)) is { } near
            ? $"Did you mean {near}?"
            : "kobe tasks lists them."));
}
