using System.Globalization;
using Kobe.Core.Planning;
using Kobe.Core.Planning.Deciding;
using Kobe.Core.Queueing;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Brain;

/// <summary>Picks a <c>whenever</c> row for an idle lane: the one idle longest whose filters match.</summary>
internal sealed class IdleWork(BrainState state)
{
    private static readonly TimeSpan CooldownMax = TimeSpan.FromHours(24);

    /// <summary>The next instant (UTC) at which one could start by its cooldown; null when there is none.</summary>
    public DateTimeOffset? NextFree { get; private set; }

    /// <summary>Queues the one to start now, or null.</summary>
    public Waiter? Pick(DateTimeOffset? nextDue)
    {
        NextFree = null;
        if (state.Roster.Whenever.Count == 0 || state.Queue.ReadyCount > 0 || state.Opening.Count > 0)
        {
            return null;
        }

        ScheduledTask? longest = null;
        var since = DateTimeOffset.MaxValue;
        foreach (var task in state.Roster.Whenever)
        {
            var standing = state.Ledger.TaskOf(task.Id);
            var idleSince = standing?.LastEndedAt ?? DateTimeOffset.MinValue;
            if (idleSince < since && IsFree(task, standing) && HasRoom(task, nextDue) && MayRun(task))
            {
                (longest, since) = (task, idleSince);
            }
        }

        return longest is null ? null : Enqueue(longest);
    }

    // The cooldown counts from the last end and doubles with each failure in a row.
    private bool IsFree(ScheduledTask task, TaskStanding? standing)
    {
        if (standing?.LastEndedAt is not { } ended)
        {
            return true;
        }

        var cooldown = ((Trigger.Whenever)task.Trigger).Cooldown;
        for (var i = 0; i < standing.Failures && cooldown < CooldownMax; i++)
        {
            cooldown += cooldown;
        }

        var free = ended + (standing.Failures > 0 && cooldown > CooldownMax ? CooldownMax : cooldown);
        if (free <= state.Now)
        {
            return true;
        }

        NextFree = NextFree is null || free < NextFree ? free : NextFree;
        return false;
    }

    private bool HasRoom(ScheduledTask task, DateTimeOffset? nextDue) =>
        nextDue is null || nextDue - state.Now > task.Timeout || state.Roster.IsPreemptible(task);

    private bool MayRun(ScheduledTask task)
    {
        var context = state.Context();
        return task.Enabled && state.Queue.Of(task.Id).Count == 0
            && state.Ledger.TaskOf(task.Id)?.Disabled is null && context.Available(task)
            && Decider.WhyForbidden(task, context) is null
            && Decider.PassesFilters(task, state.Now, context);
    }

    private Waiter? Enqueue(ScheduledTask task)
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(state.Now, task.Zone).DateTime);
        var number = state.Ledger.RunsOf(task.Id, date).Count + 1;
        var slot = "/w" + number.ToString(CultureInfo.InvariantCulture);
        var occurrence = Expansion.Unplanned(task, slot, state.Now, state.Roster.Calendars);
        var queued = new RunEvent.Queued(
            state.Now, occurrence.Key, occurrence.Due, occurrence.Expires, task.Priority);
        if (!state.Book.TryWrite(queued))
        {
            return null;
        }

        var waiter = new Waiter(state.Ledger.Find(occurrence.Key)!, task, caughtUp: false);
        state.Queue.Add(waiter, state.Now);
        return waiter;
    }
}
