using Kobe.Control;
using Kobe.Core.Planning;
using Kobe.Core.Queueing;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Brain;

/// <summary>Runs a task for the past, which nothing else ever does: an occurrence of its own for each that was due.
/// </summary>
internal sealed class Backfill(BrainState state)
{
    private const int OccurrencesMax = 500;
    private const int DaysMax = 366;

    // What was due was more important than what is made up for.
    private const int PriorityLeast = 6;

    // They run one after the other, when nothing else wants the lane.
    private static readonly TimeSpan Time = TimeSpan.FromDays(2);

    /// <returns>What was queued; null when the journal could not take all of it: then it goes on later.</returns>
    public ControlAnswer? Run(ControlRequest request)
    {
        if (state.Roster.Find(request.Subject) is not { } task)
        {
            return Controls.Unknown(state, request.Subject);
        }

        if (Problem(task, request) is { } problem)
        {
            return ControlAnswer.Bad(problem);
        }

        var due = new List<Occurrence>();
        for (var date = request.From; date <= request.To; date = date.AddDays(1))
        {
            due.AddRange(Expansion.Of(task, date, state.Roster.Calendars)
                .Where(occurrence => occurrence.Presence == Presence.Live && occurrence.Due <= state.Now));
        }

        if (due.Count == 0)
        {
            return ControlAnswer.Refused($"{task.Id} had no occurrence from {request.From:yyyy-MM-dd} to "
                + $"{request.To:yyyy-MM-dd}. kobe plan --date shows a day.");
        }

        if (due.Count > OccurrencesMax)
        {
            return ControlAnswer.Bad($"{task.Id} had {due.Count} occurrences in that time; at most {OccurrencesMax} "
                + "are run at once. Choose fewer days.");
        }

        var keys = new List<string>();
        foreach (var occurrence in due)
        {
            if (!Queue(task, occurrence, request, keys))
            {
                return null;
            }
        }

        return state.Book.TryWrite(new RunEvent.Control(
            state.Now, request.Verb, request.Subject, request.By,
            $"{request.From:yyyy-MM-dd} to {request.To:yyyy-MM-dd}: {request.Reason}"))
            ? ControlAnswer.Done($"{keys.Count} runs of {task.Id} are queued for when nothing else is to do.", keys)
            : null;
    }

    private static string? Problem(ScheduledTask task, ControlRequest request) =>
        task.Kind is TaskKind.Entry or TaskKind.Exit
            ? $"{task.Id} trades: an order for the past makes no sense."
        : task.Trigger is Trigger.Whenever or Trigger.OnStart
            ? $"{task.Id} is never due at a time, so it has no past to run."
        : request.To < request.From
            ? $"The last day, {request.To:yyyy-MM-dd}, lies before the first, {request.From:yyyy-MM-dd}."
        : request.To.DayNumber - request.From.DayNumber >= DaysMax ? $"At most {DaysMax} days can be run at once."
        : null;

    private bool Queue(ScheduledTask task, Occurrence occurrence, ControlRequest request, List<string> keys)
    {
        var slot = occurrence.Key.Slot.TrimStart('/').Replace(":", "", StringComparison.Ordinal);
        var key = occurrence.Key with { Slot = $"/manual-{request.Id}-{slot}" };
        keys.Add(key.ToString());
        if (state.Ledger.Find(key) is not null)
        {
            return true;
        }

        if (!state.Book.TryWrite(new RunEvent.Triggered(
            state.Now, key, occurrence.Due, state.Now + Time, Math.Max(task.Priority, PriorityLeast), request.By,
            null, Force: true)))
        {
            return false;
        }

        state.Queue.Add(new Waiter(state.Ledger.Find(key)!, task, caughtUp: false), state.Now);
        return true;
    }
}
