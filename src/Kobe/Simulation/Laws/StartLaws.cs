using System.Runtime.CompilerServices;
using Kobe.Brain;
using Kobe.Contracts;
using Kobe.Core.Planning;
using Kobe.Core.Planning.Deciding;
using Kobe.Core.Queueing;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Simulation.Laws;

/// <summary>Whether what starts may start, now and before the others.</summary>
internal sealed class StartLaws(Scene scene, LifeLaws life, LawCounts counts, KeyChecks checks)
{
    // Semantics, "Order and the lane".
    private static readonly TimeSpan CriticalBound = TimeSpan.FromSeconds(2);

    private TimeSpan _lastFirmEnd;

    /// <summary>A start is written down; the ledger says Running.</summary>
    public void Started(KeyRecord record, RunEvent.Started started)
    {
        if (record.Task is not { } task)
        {
            return;
        }

        ref readonly var journal = ref record.Journal;
        var at = started.At.UtcTicks;
        checks.Hold(
            Law.StartsAllowed, at >= journal.DueTicks && at >= journal.RetryTicks, record, "started before its time");
        checks.Hold(Law.StartsAllowed, at <= journal.ExpiresTicks, record, "started after its expiry");
        if (!journal.IsByHand)
        {
            var why = WhyFiltered(task, started.At);
            checks.Hold(Law.StartsAllowed, why is null, record, why ?? "");
        }

        var forbidden = Gate.WhyClosed(task, GateNow(scene.Controls, started.At));
        if (forbidden is not null && scene.ControlsAsked is { } asked)
        {
            forbidden = Gate.WhyClosed(task, GateNow(asked, started.At));
        }

        checks.Hold(Law.StartsAllowed, forbidden is null, record, forbidden ?? "");
        CheckOrder(record);
        CheckDoubts(record);
        if (task.Priority == 1 && journal.Starts == 1)
        {
            CheckCritical(record, task);
        }
    }

    /// <summary>A run that may not give way is over: what is critical counts from here.</summary>
    public void Ended(KeyRecord record, bool isFirm)
    {
        if (isFirm || record.Task is not { } task || !IsPreemptible(task) || record.Journal.Preemptions >= 3)
        {
            _lastFirmEnd = scene.Clock.Mono;
        }
    }

    private GateState GateNow(Kobe.Core.Runs.Controls controls, DateTimeOffset now)
    {
        var pause = controls.PauseAt(now);
        var ledger = scene.State.Ledger;
        return new(pause is not null, pause?.All == true, controls.Trading, controls.ExitsApproved,
            ledger.ClockBehind || scene.PlannedThrough - now > ClockNotes.BackMin ? "the clock stands behind" : null);
    }

    private string? WhyFiltered(ScheduledTask task, DateTimeOffset now)
    {
        if (MarketFilter.CanRefuse(task) && scene.Truth.Now.Calendars.Find(task.Calendar) is { } clock)
        {
            var day = clock.DayAt(now);
            if (MarketFilter.WhyNot(task, day, day.SpanAt(now)) is { } clause)
            {
                return $"started against its filter: {clause}";
            }
        }

        return task.HasConditions && FactFilter.WhyNot(task, scene.State.Ledger) is { } fact
            ? $"started against its filter: {fact}"
            : null;
    }

    // Against the definition, not against the heap: effective priority, expiry, due, task id.
    private void CheckOrder(KeyRecord record)
    {
        var queue = scene.State.Queue;
        if (Waiter(queue, record.Key) is not { } started)
        {
            return;
        }

        var now = scene.State.Now;
        var priority = Effective(started, now);
        foreach (var other in queue.Ready)
        {
            if (!ReferenceEquals(other, started) && Precedes(other, started, priority, now))
            {
                counts.Break(Law.OrderKept, scene.Clock.Wall, $"{record.Key} started before {other.Key}.");
                return;
            }
        }

        counts.Held(Law.OrderKept);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Precedes(Waiter left, Waiter right, int priorityOfRight, DateTimeOffset now)
    {
        var priority = Effective(left, now);
        if (priority != priorityOfRight)
        {
            return priority < priorityOfRight;
        }

        var order = left.Run.Expires.CompareTo(right.Run.Expires);
        order = order != 0 ? order : left.Run.Due.CompareTo(right.Run.Due);
        return (order != 0 ? order : string.CompareOrdinal(left.Key.Task, right.Key.Task)) < 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Effective(Waiter waiter, DateTimeOffset now) =>
        QueueOrder.Effective(waiter.Task.Priority, now - waiter.Run.QueuedAt, waiter.Task.Ageing);

    private static Waiter? Waiter(RunQueue queue, in OccurrenceKey key)
    {
        if (queue.First is { } first && first.Key == key)
        {
            return first;
        }

        var same = queue.Of(key.Task);
        for (var i = 0; i < same.Count; i++)
        {
            if (same[i].Key == key)
            {
                return same[i];
            }
        }

        return null;
    }

    private void CheckDoubts(KeyRecord record)
    {
        var doubt = life.InDoubt(record);
        checks.Hold(Law.DoubtFirst, doubt is null, record, "started before all doubts were resolved");
    }

    private void CheckCritical(KeyRecord record, ScheduledTask task)
    {
        var free = record.QueuedMono > _lastFirmEnd ? record.QueuedMono : _lastFirmEnd;
        var isPlain = !task.HasRequirements && !record.Excused
            && scene.QuietSince < record.QueuedMono && record.Journal.QueuedAt - record.Journal.Due <= task.Grace;
        if (isPlain)
        {
            checks.Hold(
                Law.CriticalInTime, scene.Clock.Mono - free <= CriticalBound, record, "is critical and started late");
        }
    }

    private bool IsPreemptible(ScheduledTask task) =>
        task.Priority > 1 && task.Preemptible != Preemption.No && scene.Truth.HandlerOf(task) is { } handler
        && (handler.Effects == Effects.None
            || (handler.Effects == Effects.Idempotent && task.OnUnknown == OnUnknown.Retry));
}
