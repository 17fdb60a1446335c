using Kobe.Control;
using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>Puts another schedule into force: what is due up to now is decided under the old one first.</summary>
internal sealed class Reloading(BrainState state, Intake intake, ClockNotes clock)
{
    /// <summary>Swaps whole; nothing past is fired.</summary>
    /// <returns>Null when the journal could not take it.</returns>
    public ControlAnswer? Put(ControlRequest request)
    {
        if (request.Roster is not { } next)
        {
            return ControlAnswer.Bad("There is no schedule to put into force.");
        }

        var before = state.Roster.Schedule;
        var isSame = before.Hash == next.Schedule.Hash;
        if (!intake.Plan(clock.Unplanned, through: true) || !RemoveEdited(next)
            || !state.Book.TryWrite(new RunEvent.Loaded(state.Now, next.Schedule.Hash, next.Schedule.Tasks.Count))
            || !state.Book.TryWrite(new RunEvent.Control(
                state.Now, request.Verb, request.Subject, request.By, request.Reason)))
        {
            return null;
        }

        clock.Planned();
        state.Replace(next);
        state.NeedsChanged = true;
        return ControlAnswer.Done(isSame
            ? $"Read again: the schedule's {next.Schedule.Tasks.Count} rows are the same."
            : $"In force: {next.Schedule.Tasks.Count} rows, before {before.Tasks.Count}. Nothing past is fired.");
    }

    // A person set its time, so an edited trigger is nothing to it.
    private static bool IsOneOff(Core.Queueing.Waiter waiter) =>
        waiter.Key.Slot.StartsWith(OneOff.Slot, StringComparison.Ordinal);

    private bool RemoveEdited(Roster next)
    {
        foreach (var waiter in state.Queue.InOrder())
        {
            var task = next.Find(waiter.Key.Task);
            if (task is not null && (task.FallsDueLike(waiter.Task) || IsOneOff(waiter)))
            {
                state.Queue.Replace(waiter, task, state.Now);
            }
            else if (!Waiting.Close(state, waiter, FinalState.Removed, task is null ? "row removed" : "row edited"))
            {
                return false;
            }
        }

        return true;
    }
}
