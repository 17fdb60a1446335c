using System.Globalization;
using Kobe.Core.Planning;
using Kobe.Core.Planning.Deciding;
using Kobe.Core.Queueing;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Brain;

/// <summary>Plans what fell due since the watermark: queues it or ends it, each with one reason, in the
/// journal.</summary>
internal sealed class Intake(BrainState state)
{
    // A step forward beyond this is a correction of the clock: what it jumps over is not run late.
    private static readonly TimeSpan LatenessMax = TimeSpan.FromHours(3);

    // Below this a gap is the loop's own pace and no news.
    private static readonly TimeSpan GapMin = TimeSpan.FromMinutes(2);

    private readonly List<PlannedOccurrence> _batch = [];
    private readonly Dictionary<string, LateSlots> _late = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Task, DateOnly Date), BeyondReach> _beyond = [];

    /// <summary>Plans (watermark, now].</summary>
    /// <param name="jump">A step of the clock in this turn, or null.</param>
    /// <returns>False when the journal could not take it: the same is planned again later.</returns>
    public bool Plan(ClockJump? jump)
    {
        var now = state.Now;
        if (state.Ledger.Watermark is not { } watermark)
        {
            return state.Book.TryWrite(new RunEvent.Planned(now, now));
        }

        if (now <= watermark || NothingDue(watermark, now, jump))
        {
            return true;
        }

        Gather(watermark, now, jump);
        if (_batch.Count == 0 && _beyond.Count == 0)
        {
            return now - watermark < TimeSpan.FromMinutes(1) || state.Book.TryWrite(new RunEvent.Planned(now, now));
        }

        ChooseCaughtUp();
        var written = WriteBeyond() && WriteBatch() && state.Book.TryWrite(new RunEvent.Planned(now, now));
        if (written && now - watermark >= GapMin)
        {
            state.Alerts.Raise(AlertLevel.Warning, GapDigest.Of(now - watermark, _batch, _beyond.Values));
        }

        return written;
    }

    private bool NothingDue(DateTimeOffset watermark, DateTimeOffset now, ClockJump? jump) =>
        jump is null && now - watermark < TimeSpan.FromMinutes(1)
        && (state.Roster.Timeline.Next(watermark) is not { } next || next.Due > now);

    private void Gather(DateTimeOffset watermark, DateTimeOffset now, ClockJump? jump)
    {
        _batch.Clear();
        _beyond.Clear();
        var context = state.Context();
        var corrected = jump is { Kind: ClockStep.Forward } step && step.By > LatenessMax
            ? step.From
            : (DateTimeOffset?)null;
        foreach (var planned in state.Roster.Timeline.Between(watermark, now))
        {
            if (InEpoch(planned) is not { } occurrence || state.Ledger.Find(occurrence.Key) is not null)
            {
                continue;
            }

            if (now - occurrence.Due > occurrence.Task.LookBack)
            {
                CountBeyond(occurrence);
                continue;
            }

            var decision = corrected < occurrence.Due
                ? Decision.End(FinalState.Missed, "clock: stepped over")
                : Decider.AtPlanning(occurrence, context);
            _batch.Add(new(occurrence) { Decision = decision });
        }
    }

    // While the clock stands behind what was planned, only what protects runs again, under keys of the epoch.
    private Occurrence? InEpoch(in Occurrence occurrence)
    {
        if (!(occurrence.Due <= state.Ledger.WatermarkHigh) || !state.Ledger.ClockBehind)
        {
            return occurrence;
        }

        var task = occurrence.Task;
        var protects = task.Kind is TaskKind.Exit or TaskKind.Reconcile
            || (task.Category == Category.Monitoring && task.Trigger is Trigger.Every);
        var suffix = "~" + state.Ledger.Epoch.ToString(CultureInfo.InvariantCulture);
        return protects ? occurrence with { Key = occurrence.Key with { Slot = occurrence.Key.Slot + suffix } } : null;
    }

    private void CountBeyond(in Occurrence occurrence)
    {
        var place = (occurrence.Task.Id, occurrence.Date);
        if (state.Ledger.BulkThrough(occurrence.Task.Id, occurrence.Date) >= occurrence.Due)
        {
            return;
        }

        _beyond[place] = _beyond.TryGetValue(place, out var count)
            ? new(count.Count + 1, occurrence.Due)
            : new(1, occurrence.Due);
    }

    // Rule 7: of the slots that are later than grace, only the chosen ones run.
    private void ChooseCaughtUp()
    {
        _late.Clear();
        for (var i = 0; i < _batch.Count; i++)
        {
            var planned = _batch[i];
            if (planned.Decision.Queues && state.Now - planned.Occurrence.Due > planned.Occurrence.Task.Grace)
            {
                var task = planned.Occurrence.Task.Id;
                if (!_late.TryGetValue(task, out var slots))
                {
                    _late[task] = slots = new();
                }

                slots.Indexes.Add(i);
            }
        }

        foreach (var slots in _late.Values)
        {
            Choose(slots.Indexes);
        }
    }

    private void Choose(List<int> late)
    {
        var task = _batch[late[0]].Occurrence.Task;
        var (first, last) = task.CatchUp.Choice switch
        {
            CatchUpChoice.Latest => (late.Count - 1, late.Count - 1),
            CatchUpChoice.Earliest => (0, 0),
            CatchUpChoice.All => (Math.Max(0, late.Count - task.CatchUp.Max), late.Count - 1),
            _ => (0, -1),
        };
        for (var i = 0; i < late.Count; i++)
        {
            var planned = _batch[late[i]];
            if (i >= first && i <= last)
            {
                planned.CaughtUp = true;
                continue;
            }

            var stands = last < 0 ? (OccurrenceKey?)null : _batch[late[i < first ? first : last]].Occurrence.Key;
            planned.Decision = stands is { } into
                ? Decision.End(FinalState.Coalesced, "caught up by one", into)
                : Decision.End(FinalState.Missed, "down");
        }
    }

    private bool WriteBeyond()
    {
        foreach (var (place, beyond) in _beyond)
        {
            if (!state.Book.TryWrite(new RunEvent.BulkMissed(
                state.Now, place.Task, place.Date, beyond.Count, beyond.Through, "beyond look_back")))
            {
                return false;
            }
        }

        return true;
    }

    private bool WriteBatch()
    {
        foreach (var planned in _batch)
        {
            if (!(planned.Decision.Queues ? Enqueue(planned) : Close(planned)))
            {
                return false;
            }
        }

        return true;
    }

    private bool Close(PlannedOccurrence planned)
    {
        var (occurrence, decision) = (planned.Occurrence, planned.Decision);
        if (!state.Book.TryWrite(new RunEvent.Closed(
            state.Now, occurrence.Key, occurrence.Due, decision.State, decision.Reason ?? "", decision.Into)))
        {
            return false;
        }

        AlertRules.AfterClose(state, occurrence.Task, occurrence.Key, decision.State, decision.Reason);
        return true;
    }

    private bool Enqueue(PlannedOccurrence planned)
    {
        var (occurrence, task) = (planned.Occurrence, planned.Occurrence.Task);
        if (!CoalesceOlder(occurrence) || !state.Book.TryWrite(new RunEvent.Queued(
            state.Now, occurrence.Key, occurrence.Due, occurrence.Expires, task.Priority)))
        {
            return false;
        }

        state.Queue.Add(new Waiter(state.Ledger.Find(occurrence.Key)!, task, planned.CaughtUp), state.Now);
        return true;
    }

    // Rule 8. A run that a person triggered stands for itself.
    private bool CoalesceOlder(in Occurrence occurrence)
    {
        var waiting = state.Queue.Of(occurrence.Task.Id);
        if (occurrence.Task.Overlap != OverlapRule.Coalesce || waiting.Count == 0)
        {
            return true;
        }

        foreach (var older in waiting.Where(waiter => waiter.Run.By is null).ToList())
        {
            if (older.Due < occurrence.Due
                && !Waiting.Close(state, older, FinalState.Coalesced, "a newer one is due", occurrence.Key))
            {
                return false;
            }
        }

        return true;
    }
}
