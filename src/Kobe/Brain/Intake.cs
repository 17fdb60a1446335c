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
    // Below this a gap is the loop's own pace and no news.
    private static readonly TimeSpan GapMin = TimeSpan.FromMinutes(2);

    /// <summary>So often a planning is written down, whether or not anything is due.</summary>
    public static readonly TimeSpan PlannedEvery = TimeSpan.FromMinutes(1);

    private readonly PlannedBatch _batch = new();
    private readonly Dictionary<string, LateSlots> _late = new(StringComparer.Ordinal);

    // Null when nothing lies beyond, as nearly always.
    private SortedDictionary<(string Task, DateOnly Date), BeyondReach>? _beyond;

    /// <summary>Plans (watermark, now].</summary>
    /// <param name="jump">A jump of the clock that no planning has seen yet, or null.</param>
    /// <param name="through">Whether the watermark must reach now even if nothing is due.</param>
    /// <returns>False when the journal could not take it: the same is planned again later.</returns>
    public bool Plan(ClockJump? jump, bool through)
    {
        var now = state.Now;
        if (state.Ledger.Watermark is not { } watermark)
        {
            return state.Book.TryWrite(new RunEvent.Planned(now, now));
        }

        if (now <= watermark)
        {
            return true;
        }

        // While nothing falls due a line a minute is enough; but when the clock has caught up, that counts at once.
        through |= now - watermark >= PlannedEvery || (state.Ledger.ClockBehind && now >= state.Ledger.WatermarkHigh);
        if (!(state.Roster.Timeline.NextDue(watermark) <= now))
        {
            return !through || state.Book.TryWrite(new RunEvent.Planned(now, now));
        }

        Gather(watermark, now, jump);
        ChooseCaughtUp();
        var written = WriteBeyond() && WriteBatch() && state.Book.TryWrite(new RunEvent.Planned(now, now));
        if (written && FirstDue() is { } first && now - first >= GapMin)
        {
            var lost = _beyond?.Values.Sum(beyond => beyond.Count) ?? 0;
            state.Alerts.Raise(AlertLevel.Warning, GapDigest.Of(state, now - watermark, _batch, lost));
        }

        return written;
    }

    // By what came late and not by the watermark: a loop that slept through a quiet hour has missed nothing.
    private DateTimeOffset? FirstDue() => _beyond is not null ? DateTimeOffset.MinValue
        : _batch.Count > 0 ? _batch[0].Occurrence.Due
        : null;

    private void Gather(DateTimeOffset watermark, DateTimeOffset now, ClockJump? jump)
    {
        _batch.Clear();
        _beyond = null;
        _late.Clear();
        var context = state.Context();
        for (var date = Timeline.UtcDate(watermark); date <= Timeline.UtcDate(now); date = date.AddDays(1))
        {
            foreach (ref readonly var planned in state.Roster.Timeline.DueOn(date, watermark, now))
            {
                if (!state.Ledger.ClockBehind)
                {
                    Gather(planned, context, jump);
                }
                else if (InEpoch(planned) is { } occurrence)
                {
                    Gather(occurrence, context, jump);
                }
            }
        }
    }

    private void Gather(in Occurrence occurrence, DecisionContext context, ClockJump? jump)
    {
        if (state.Ledger.Find(occurrence.Key) is { } known)
        {
            NoteChosenBefore(occurrence.Task, known);
        }
        else if (context.Now - occurrence.Due > occurrence.Task.LookBack)
        {
            CountBeyond(occurrence);
        }
        else
        {
            var decision = jump?.SkipsOver(occurrence.Due) == true
                ? Decision.End(FinalState.Missed, "clock: stepped over")
                : Decider.AtPlanning(occurrence, context);
            _batch.Add(occurrence, decision);
        }
    }

    // A planning that a full disk or a crash cut short chose some already: they count.
    private void NoteChosenBefore(ScheduledTask task, Run known)
    {
        if (known.State != RunState.Final || known.Starts > 0)
        {
            LateOf(task.Id).Chosen.Add(known.Key);
        }
    }

    private LateSlots LateOf(string task)
    {
        if (!_late.TryGetValue(task, out var slots))
        {
            _late[task] = slots = new();
        }

        return slots;
    }

    // While the clock stands behind what was planned, only what protects runs again, under keys of the epoch.
    private Occurrence? InEpoch(in Occurrence occurrence)
    {
        if (!(occurrence.Due <= state.Ledger.WatermarkHigh))
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

        _beyond ??= [];
        _beyond[place] = _beyond.TryGetValue(place, out var count)
            ? new(count.Count + 1, occurrence.Due)
            : new(1, occurrence.Due);
    }

    // Rule 7: of the slots that are later than grace, only the chosen ones run.
    private void ChooseCaughtUp()
    {
        for (var i = 0; i < _batch.Count; i++)
        {
            var planned = _batch[i];
            if (planned.Decision.Queues && state.Now - planned.Occurrence.Due > planned.Occurrence.Task.Grace)
            {
                LateOf(planned.Occurrence.Task.Id).Indexes.Add(i);
            }
        }

        // Each task's choice is its own, so the order in which they are made does not matter.
        foreach (var slots in _late.Values)
        {
            if (slots.Indexes.Count > 0)
            {
                Choose(slots);
            }
        }
    }

    private void Choose(LateSlots slots)
    {
        var late = slots.Indexes;
        var task = _batch[late[0]].Occurrence.Task;
        var (first, last) = task.CatchUp.Choice switch
        {
            CatchUpChoice.Latest => (late.Count - 1, late.Count - 1),
            CatchUpChoice.Earliest => slots.Chosen.Count > 0 ? (0, -1) : (0, 0),
            CatchUpChoice.All =>
                (Math.Max(0, late.Count - Math.Max(1, task.CatchUp.Max - slots.Chosen.Count)), late.Count - 1),
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

            planned.Decide(task.CatchUp.Choice == CatchUpChoice.None
                ? Decision.End(FinalState.Missed, "down")
                : Decision.End(FinalState.Coalesced, "caught up by one", last < 0
                    ? slots.Chosen[0]
                    : _batch[late[i < first ? first : last]].Occurrence.Key));
        }
    }

    private bool WriteBeyond()
    {
        if (_beyond is null)
        {
            return true;
        }

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
        foreach (var planned in _batch.All)
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
        ref readonly var occurrence = ref planned.Occurrence;
        ref readonly var decision = ref planned.Decision;
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
        ref readonly var occurrence = ref planned.Occurrence;
        var task = occurrence.Task;
        if (!CoalesceOlder(planned) || !state.Book.TryWrite(new RunEvent.Queued(
            state.Now, occurrence.Key, occurrence.Due, occurrence.Expires, task.Priority)))
        {
            return false;
        }

        state.Queue.Add(new Waiter(state.Ledger.Find(occurrence.Key)!, task, planned.CaughtUp), state.Now);
        return true;
    }

    // Rule 8. A run that a person triggered stands for itself, and so do those that a row asks to catch up one by one.
    private bool CoalesceOlder(PlannedOccurrence planned)
    {
        ref readonly var occurrence = ref planned.Occurrence;
        if (occurrence.Task.Overlap != OverlapRule.Coalesce || state.Queue.CountOf(occurrence.Task.Id) == 0)
        {
            return true;
        }

        var waiting = state.Queue.Of(occurrence.Task.Id);
        var oneByOne = occurrence.Task.CatchUp.Choice is CatchUpChoice.Earliest or CatchUpChoice.All;
        for (var i = 0; i < waiting.Count;)
        {
            var older = waiting[i];
            var stands = older.Run.By is not null || older.Due >= occurrence.Due
                || (oneByOne && older.CaughtUp && older.Run.QueuedAt == state.Now);
            if (stands)
            {
                i++;
            }
            else if (!Waiting.Close(state, older, FinalState.Coalesced, "a newer one is due", occurrence.Key))
            {
                return false;
            }
        }

        return true;
    }
}
