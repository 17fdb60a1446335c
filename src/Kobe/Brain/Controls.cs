using Kobe.Core.Runs;
using Kobe.Hosting;

namespace Kobe.Brain;

/// <summary>Applies what people, breakers and the supervision of runners ask of the loop.</summary>
internal sealed class Controls(BrainState state, LaneWatch lane)
{
    public void Apply(BrainMessage.Steer steer)
    {
        if (steer.Verb == ControlVerb.Cancel)
        {
            Cancel(steer);
        }

        if (state.Book.TryWrite(new RunEvent.Control(
            state.Now, steer.Verb, steer.Subject, steer.By, steer.Reason, steer.Until)))
        {
            state.Book.TrySync();
        }
    }

    public void Apply(RunnerChange change)
    {
        switch (change)
        {
            case RunnerChange.Gone gone:
                state.Alerts.Raise(AlertLevel.Notice, $"RUNNER: {gone.Why}");
                break;
            case RunnerChange.Refused refused:
                state.Alerts.Raise(AlertLevel.Critical, $"RUNNER: {refused.Why}");
                break;
            default:
                break;
        }
    }

    /// <summary>Everything due up to now is decided under the old schedule first; nothing past is fired.</summary>
    public void Apply(BrainMessage.Reload reload, Intake intake)
    {
        var next = reload.Roster;
        if (!intake.Plan(null) || !RemoveEdited(next) || !state.Book.TryWrite(new RunEvent.Loaded(
            state.Now, next.Schedule.Hash, next.Schedule.Tasks.Count)))
        {
            state.Alerts.Raise(AlertLevel.Critical, $"RELOAD: not taken: {state.Book.Problem}");
            return;
        }

        state.Replace(next);
    }

    private bool RemoveEdited(Roster next)
    {
        foreach (var waiter in state.Queue.InOrder())
        {
            var task = next.Find(waiter.Key.Task);
            if (task is not null && task.FallsDueLike(waiter.Task))
            {
                waiter.Task = task;
            }
            else if (!Waiting.Close(state, waiter, FinalState.Removed, task is null ? "row removed" : "row edited"))
            {
                return false;
            }
        }

        return true;
    }

    private void Cancel(BrainMessage.Steer steer)
    {
        if (state.Lane is { } running && running.Run.Key.ToString() == steer.Subject)
        {
            lane.CancelFor(steer.By);
            return;
        }

        foreach (var waiter in state.Queue.InOrder())
        {
            if (waiter.Key.ToString() == steer.Subject)
            {
                Waiting.Close(state, waiter, FinalState.Cancelled, $"cancelled by {steer.By}: {steer.Reason}");
                return;
            }
        }
    }
}
