using Kobe.Control;
using Kobe.Core.Planning;
using Kobe.Core.Queueing;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;
using Kobe.Core.Schedules.Checking;

namespace Kobe.Brain;

/// <summary>Single runs of a task at an instant to come: in the journal, so that they outlive restarts.</summary>
internal sealed class OneOff(BrainState state)
{
    /// <summary>How the slots of single runs begin.</summary>
    public const string Slot = "/once-";

    // What is further off belongs into the schedule, where it is seen.
    private const int DaysMax = 366;
    private const int OpenMax = 1000;

    /// <returns>What was queued; null when the journal could not take it.</returns>
    public ControlAnswer? Add(ControlRequest request)
    {
        if (Find(request.Subject, out var several) is not { } task)
        {
            return several ?? Controls.Unknown(state, request.Subject);
        }

        if (Problem(task, request) is { } problem)
        {
            return ControlAnswer.Bad(problem);
        }

        var occurrence = Expansion.Unplanned(task, Slot + request.Id, request.Until!.Value, state.Roster.Calendars);
        var key = occurrence.Key.ToString();
        if (state.Ledger.Find(occurrence.Key) is null)
        {
            if (!state.Book.TryWrite(new RunEvent.Triggered(
                state.Now, occurrence.Key, occurrence.Due, occurrence.Expires, task.Priority, request.By,
                request.Args, request.Force)))
            {
                return null;
            }

            state.Queue.Add(new Waiter(state.Ledger.Find(occurrence.Key)!, task, caughtUp: false), state.Now);
        }

        return state.Book.TryWrite(new RunEvent.Control(
            state.Now, request.Verb, key, request.By, request.Reason, request.Until))
            ? ControlAnswer.Done(
                $"{key} runs once at {ControlWords.Time(occurrence.Due, state.Zone)}, at the latest at "
                + ControlWords.Time(occurrence.Expires, state.Zone) + $"; kobe schedule cancel {key} takes it back.",
                key)
            : null;
    }

    // By its id, or by its handler when one row alone has it.
    private ScheduledTask? Find(string name, out ControlAnswer? several)
    {
        several = null;
        if (state.Roster.Find(name) is { } task)
        {
            return task;
        }

        var rows = state.Roster.Schedule.Tasks.Where(row => row.Run == name).ToList();
        if (rows.Count > 1)
        {
            several = ControlAnswer.Bad($"{rows.Count} rows run the handler {name}: say which, such as {rows[0].Id}.");
        }
        else if (rows.Count == 0 && state.Roster.IsAvailable(name))
        {
            several = ControlAnswer.Bad(
                $"No row runs the handler {name}, so its limits are not known; write a row with once: into the "
                + "schedule, or a disabled one to run from here.");
        }

        return rows.Count == 1 ? rows[0] : null;
    }

    private string? Problem(ScheduledTask task, ControlRequest request) =>
        request.Until is not { } at ? "The time is missing."
        : at <= state.Now ? $"{ControlWords.Time(at, state.Zone)} is past; kobe trigger runs it now."
        : at > state.Now.AddDays(DaysMax) ? $"More than {DaysMax} days ahead belongs into the schedule, as once:."
        : state.Queue.Count >= OpenMax ? $"{state.Queue.Count} wait already; at most {OpenMax} may."
        : request.Args is { } args ? GivenArguments.Problem(args, state.Roster.HandlerOf(task))
        : null;
}
