using Kobe.Core.Planning.Deciding;
using Kobe.Core.Queueing;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;
using Kobe.Core.Text;
using Kobe.Hosting;

namespace Kobe.Brain;

/// <summary>Takes the first that may start from the queue and starts it: written down and durable before the
/// call.</summary>
internal sealed class Dispatch(BrainState state, FactShelf facts, OpeningTime opening)
{
    private readonly StartLimiter _limiter = new(state.Settings.CaughtUpStartsPerMinute);
    private GateState _gate;
    private bool _waitForTrading;

    /// <summary>When a caught-up one that waits for the limit may start, by the monotonic clock.</summary>
    public TimeSpan? LimitFreeAt { get; private set; }

    /// <summary>Ends what has expired, whether or not the lane is free.</summary>
    public bool Expire()
    {
        if (state.Settings.Mutations.HasFlag(Mutations.ExpiryAtPlanningOnly))
        {
            return true;
        }

        while (state.Queue.FirstExpired(state.Now) is { } expired)
        {
            var why = expired.Hold == Hold.Needs
                ? (FinalState.Skipped, expired.WaitingFor(state.Now) ?? "need")
                : (FinalState.Expired, $"lag {DurationText.FormatWhole(state.Now - expired.Due)}");
            if (!Waiting.Close(state, expired, why.Item1, why.Item2))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Lets those that wait for needs, a control or the limit be looked at again.</summary>
    public void Release()
    {
        if (state.NeedsChanged)
        {
            state.Queue.Release(Hold.Needs, state.Now);
        }

        var gate = state.Gate();
        if (state.GateChanged || gate != _gate)
        {
            state.Queue.Release(Hold.Forbidden, state.Now);
        }

        _gate = gate;
        state.NeedsChanged = state.GateChanged = false;

        var isFree = LimitFreeAt <= state.Clock.Mono;
        if (isFree || (_waitForTrading && state.Lane is null))
        {
            LimitFreeAt = isFree ? null : LimitFreeAt;
            _waitForTrading = false;
            state.Queue.Release(Hold.StartLimit, state.Now);
        }
    }

    /// <summary>The first in the order that may start now; those before it were ended or held back, with a
    /// reason.</summary>
    public Waiter? First()
    {
        var first = FirstReady();
        if (first is null && _waitForTrading)
        {
            // None of the trading ones could start after all.
            _waitForTrading = false;
            state.Queue.Release(Hold.StartLimit, state.Now);
            first = FirstReady();
        }

        return first;
    }

    private Waiter? FirstReady()
    {
        DecisionContext? context = null;
        while (state.Queue.First is { } first)
        {
            context ??= state.Context();
            if (state.Opening.Count > 0 && !state.Opening.Contains(first.Key))
            {
                state.Queue.HoldBack(first, Hold.Forbidden, "on_start runs come first", state.Now);
                continue;
            }

            var decision = Mutated(Decider.AtDequeue(first.Run, first.Task, first.NeedsWait, context));
            if (!decision.Queues)
            {
                if (!Waiting.Close(state, first, decision.State, decision.Reason ?? "", decision.Into))
                {
                    return null;
                }

                continue;
            }

            if (Decider.WhyForbidden(first.Task, context) is { } forbidden)
            {
                state.Queue.HoldBack(first, Hold.Forbidden, forbidden, state.Now);
                continue;
            }

            if (!MeetsRequirement(first) || !PassesLimit(first))
            {
                continue;
            }

            return first;
        }

        return null;
    }

    /// <summary>Starts an occurrence.</summary>
    /// <returns>False when the journal could not take it: then it does not run.</returns>
    public bool Start(Waiter waiter)
    {
        var (run, task) = (waiter.Run, waiter.Task);
        var started = new RunEvent.Started(state.Now, waiter.Key, run.Starts + 1, run.Attempt);
        state.Ledger.Recall(run);
        if (!state.Book.TryWrite(started))
        {
            return false;
        }

        state.Queue.Remove(waiter);
        if (waiter.CaughtUp)
        {
            _limiter.Note(state.Clock.Mono);
        }

        var mono = state.Clock.Mono;
        state.Lane = new Lane
        {
            Run = run, Task = task, Start = started.Start, Attempt = started.Attempt,
            StartedAt = state.Now, StartedMono = mono, CancelMono = mono + TimeFor(waiter),
        };
        state.LastTask = task.Id;

        // Not durable: it stays in the lane's hands as a start in doubt, and is not called.
        if (!state.Settings.Mutations.HasFlag(Mutations.NoSyncBeforeStart) && !state.Book.TrySync())
        {
            return false;
        }

        state.Host.Start(Request(run, task, started, inDoubt: null));
        return true;
    }

    /// <summary>Asks the handler of an attempt in doubt what became of it.</summary>
    public void Ask(Run run, ScheduledTask task)
    {
        var mono = state.Clock.Mono;
        state.Lane = new Lane
        {
            Run = run, Task = task, Start = run.Starts, Attempt = run.Attempt,
            StartedAt = state.Now, StartedMono = mono, CancelMono = mono + task.Timeout, IsQuestion = true,
        };
        var last = new RunEvent.Started(state.Now, run.Key, run.Starts, run.Attempt);
        state.Host.Start(Request(run, task, last, inDoubt: "its end is unknown"));
    }

    // All on_start rows have a minute together, so that a slow one can't keep the brain from opening.
    private TimeSpan TimeFor(Waiter waiter) =>
        opening.Until - state.Clock.Mono is { } left && left < waiter.Task.Timeout
            && state.Opening.Contains(waiter.Key)
            ? left
            : waiter.Task.Timeout;

    private AttemptRequest Request(Run run, ScheduledTask task, RunEvent.Started started, string? inDoubt) => new()
    {
        Key = run.Key,
        Handler = task.Run,
        Start = started.Start,
        Attempt = started.Attempt,
        DueAt = run.Due,
        Deadline = state.Now + (state.Lane!.CancelMono - state.Lane.StartedMono),
        Market = new(state.Roster.Calendars.Find(task.Calendar) ?? state.Roster.Calendars.Default, state.Now),
        Arguments = state.Roster.ArgumentsOf(task, run.Args),
        Facts = facts.Values,
        InDoubt = inDoubt,
    };

    private Decision Mutated(in Decision decision) => state.Settings.Mutations switch
    {
        Mutations.None => decision,
        Mutations.FiltersAtPlanningOnly when decision.Reason?.StartsWith("filter", StringComparison.Ordinal) == true =>
            Decision.Queue,
        Mutations.ExpiryAtPlanningOnly when decision.State == FinalState.Expired => Decision.Queue,
        _ => decision,
    };

    private bool MeetsRequirement(Waiter waiter)
    {
        var task = waiter.Task;
        if (waiter.Run.Starts > 0 || !task.HasRequirements)
        {
            return true;
        }

        var requirement = Requirement.Of(task, waiter.Key, waiter.Due, state.Ledger, state.Now);
        if (requirement.IsMet)
        {
            return true;
        }

        if (requirement.IsLost)
        {
            Waiting.Close(state, waiter, FinalState.Skipped, requirement.Why(state.Now)!);
        }
        else
        {
            state.Queue.HoldBack(waiter, requirement, state.Now);
        }

        return false;
    }

    private bool PassesLimit(Waiter waiter)
    {
        if (!waiter.CaughtUp || state.Settings.Once)
        {
            return true;
        }

        if (_limiter.FreeAt(state.Clock.Mono) is { } free)
        {
            LimitFreeAt = free;
            state.Queue.HoldBack(waiter, Hold.StartLimit, "start limit after a gap", state.Now);
            return false;
        }

        // Trading first: others that were caught up wait until none of it is ready.
        if (waiter.Task.Category != Category.Trading && TradingWaits())
        {
            _waitForTrading = true;
            state.Queue.HoldBack(waiter, Hold.StartLimit, "trading is caught up first", state.Now);
            return false;
        }

        return true;
    }

    private bool TradingWaits()
    {
        foreach (var waiter in state.Queue.Ready)
        {
            if (waiter.CaughtUp && waiter.Task.Category == Category.Trading)
            {
                return true;
            }
        }

        return false;
    }
}
