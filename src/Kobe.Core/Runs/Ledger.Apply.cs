using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Kobe.Core.Runs;

public sealed partial class Ledger
{
    // Longer than any schedule's rhythm, so that a yearly task's last run is still known.
    private static readonly TimeSpan TaskKept = TimeSpan.FromDays(800);

    /// <summary>Adds the next event.</summary>
    /// <param name="seq">Its sequence number, one more than <see cref="Seq"/>.</param>
    /// <param name="what">The event.</param>
    /// <exception cref="LedgerException">It cannot follow; the ledger is as it was.</exception>
    public void Apply(long seq, RunEvent what)
    {
        if (seq != Seq + 1)
        {
            throw new LedgerException(seq, what, $"the next sequence number is {Seq + 1}.");
        }

        if (Refusal(what) is { } problem)
        {
            throw new LedgerException(seq, what, problem);
        }

        Seq = seq;
        LastAt = what.At;
        switch (what)
        {
            case RunEvent.Started started: Start(started); break;
            case RunEvent.Ended ended: End(ended); break;
            case RunEvent.Queued queued:
                Queue(queued.At, queued.Key, queued.Due, queued.Expires, queued.Priority);
                break;
            case RunEvent.Closed closed: Close(closed); break;
            case RunEvent.Planned planned: Plan(planned.Watermark); break;
            case RunEvent.Triggered triggered: Trigger(triggered); break;
            case RunEvent.BulkMissed missed: Miss(missed); break;
            case RunEvent.Reconciled reconciled: Follow(Find(reconciled.Key)!, reconciled.Next, reconciled.At); break;
            case RunEvent.Resolved resolved: Resolve(resolved); break;
            default: ApplyRare(what); break;
        }
    }

    /// <summary>Why an event cannot follow now, in a sentence; null when it can.</summary>
    /// <remarks>The brain asks before it writes: what the ledger refuses must never reach the journal.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string? Refusal(RunEvent what)
    {
        // What was asked about before it was written need not be asked about again when it is applied.
        if (ReferenceEquals(what, _accepted) && _acceptedAfter == Seq)
        {
            return null;
        }

        var refusal = WhyNot(what);
        (_accepted, _acceptedAfter) = (refusal is null ? what : null, Seq);
        return refusal;
    }

    private string? WhyNot(RunEvent what) => what switch
    {
        RunEvent.Started started => LedgerRules.Started(Running, Find(started.Key), started),
        RunEvent.Ended ended => LedgerRules.Ended(Find(ended.Key), ended),
        RunEvent.Queued queued => LedgerRules.New(queued.Key, Find(queued.Key), queued.Priority),
        RunEvent.Closed closed => LedgerRules.Closed(Find(closed.Key), closed),
        RunEvent.Planned planned => LedgerRules.Planned(Watermark, planned),
        RunEvent.Triggered triggered => LedgerRules.New(triggered.Key, Find(triggered.Key), triggered.Priority),
        RunEvent.BulkMissed missed =>
            LedgerRules.BulkMissed(DayOf(missed.Task, missed.Date), missed),
        RunEvent.Reconciled reconciled => LedgerRules.Reconciled(Find(reconciled.Key), reconciled),
        RunEvent.Resolved resolved => LedgerRules.Resolved(Find(resolved.Key), resolved),
        RunEvent.Booted booted => LedgerRules.Booted(Boot, booted),
        RunEvent.ClockStepped stepped => LedgerRules.ClockStepped(Epoch, stepped),
        RunEvent.Quarantined quarantined => LedgerRules.Task(quarantined.Task),
        RunEvent.Unquarantined unquarantined => LedgerRules.Task(unquarantined.Task),
        RunEvent.Control { Verb: ControlVerb.Enable or ControlVerb.Disable } control =>
            LedgerRules.Task(control.Subject),
        RunEvent.Control or RunEvent.Loaded or RunEvent.Stopped => null,
        _ => throw new UnreachableException(),
    };

    private void ApplyRare(RunEvent what)
    {
        switch (what)
        {
            case RunEvent.Booted booted:
                Boot = booted.Boot;
                BootedAt = booted.At;
                StoppedInOrder = false;
                break;
            case RunEvent.Loaded loaded: _loads.Add(new(loaded.ScheduleHash, loaded.At, loaded.Tasks)); break;
            case RunEvent.Stopped: StoppedInOrder = true; break;
            case RunEvent.ClockStepped stepped:
                Epoch = stepped.Epoch;
                Watermark = stepped.Kind == ClockStep.Back && stepped.At < Watermark ? stepped.At : Watermark;
                break;
            case RunEvent.Quarantined quarantined:
                Standing(quarantined.Task, quarantined.At).Quarantine =
                    new(quarantined.At, "kobe", quarantined.Reason);
                LookForMarks();
                break;
            case RunEvent.Unquarantined unquarantined:
                var freed = Standing(unquarantined.Task, unquarantined.At);
                freed.Quarantine = null;
                freed.ForgetCrashes();
                LookForMarks();
                break;
            case RunEvent.Control control: Steer(control); break;
            default: throw new UnreachableException();
        }
    }

    private void Steer(RunEvent.Control control)
    {
        Controls = Controls.With(control);
        switch (control.Verb)
        {
            case ControlVerb.Enable:
                Standing(control.Subject, control.At).Disabled = null;
                LookForMarks();
                break;
            case ControlVerb.Disable:
                Standing(control.Subject, control.At).Disabled = new(control.At, control.By, control.Reason);
                LookForMarks();
                break;
            case ControlVerb.ConfirmClock:
                WatermarkHigh = Watermark;
                _days.Floor = default;
                break;
            default: break;
        }
    }

    private void Plan(DateTimeOffset watermark)
    {
        Watermark = watermark;
        WatermarkHigh = WatermarkHigh > watermark ? WatermarkHigh : watermark;
        var floor = DateOnly.FromDateTime(WatermarkHigh.Value.UtcDateTime).AddDays(-RunLimits.ReachDays);
        if (floor > _days.Floor)
        {
            Forget(floor);
        }
    }

    private void Forget(DateOnly floor)
    {
        _days.Forget(floor);
        _found = null;
        var reach = new DateTimeOffset(floor, TimeOnly.MinValue, TimeSpan.Zero);
        _loads.RemoveRange(0, Math.Max(0, _loads.FindLastIndex(load => load.From < reach)));
        if (_touchedFrom < reach - TaskKept)
        {
            ForgetTasks(reach);
        }
    }

    // Seldom: what is looked at each day is only whether any can be as old as that.
    private void ForgetTasks(DateTimeOffset reach)
    {
        foreach (var old in _tasks.Values.Where(task => IsForgotten(task, reach)).ToList())
        {
            _tasks.Remove(old.Task);
        }

        _standing = null;
        _touchedFrom = DateTimeOffset.MaxValue;
        foreach (var task in _tasks.Values)
        {
            _touchedFrom = task.Touched < _touchedFrom ? task.Touched : _touchedFrom;
        }
    }

    private void LookForMarks()
    {
        _hasMarks = false;
        foreach (var task in _tasks.Values)
        {
            _hasMarks |= task.Quarantine is not null || task.Disabled is not null;
        }
    }

    private static bool IsForgotten(TaskStanding task, DateTimeOffset reach) =>
        task.Touched < reach - TaskKept && task.Quarantine is null && task.Disabled is null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TaskStanding Standing(string task, DateTimeOffset at)
    {
        // A start, an end and its judgement mostly follow each other.
        var standing = _standing;
        if (!ReferenceEquals(standing?.Task, task) && !_tasks.TryGetValue(task, out standing))
        {
            _tasks.Add(task, standing = new TaskStanding(task));
        }

        standing!.Touched = at;
        _touchedFrom = at < _touchedFrom ? at : _touchedFrom;
        return _standing = standing;
    }
}
