using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Simulation.Laws;

/// <summary>The life of each key as the journal tells it: starts, ends, waits, one final state.</summary>
internal sealed class LifeLaws(Scene scene, KeyChecks checks)
{
    private readonly List<KeyRecord> _open = [];
    private readonly List<KeyRecord> _asked = [];
    private KeyRecord? _running;

    /// <summary>The journal says something of a key.</summary>
    public void Queued(KeyRecord record, in JournalledKey journal)
    {
        checks.Hold(Law.AccountHolds, !record.Journal.IsKnown, record, "was queued twice");
        record.Journal = journal;
        record.Task = scene.Truth.Find(record.Key.Task);
        record.QueuedMono = scene.Clock.Mono;
        record.Excused = false;
        _open.Add(record);
    }

    /// <summary>It was open already when this process began to look.</summary>
    public void Resumed(KeyRecord record, Run run)
    {
        record.Journal = new()
        {
            IsKnown = true,
            IsRunning = run.State == RunState.Running,
            IsHeld = run.State == RunState.Held,
            IsAsked = run.State == RunState.Reconciling,
            IsByHand = run.By is not null,
            Starts = run.Starts,
            Attempts = run.Attempts,
            Preemptions = run.Preemptions,
            Due = run.Due,
            Expires = run.Expires,
            QueuedAt = run.QueuedAt,
            RetryAt = run.RetryAt,
        };
        record.Task = scene.Truth.Find(record.Key.Task);
        record.Excused = true;
        record.Called = run.Starts;
        _open.Add(record);
        if (record.Journal.IsAsked)
        {
            _asked.Add(record);
        }
    }

    public void Closed(KeyRecord record, RunEvent.Closed closed)
    {
        if (!record.Journal.IsKnown)
        {
            record.Task = scene.Truth.Find(record.Key.Task);
            record.Journal = new() { IsKnown = true, Due = closed.Due };
        }

        Finish(record, closed.State);
    }

    public void Started(KeyRecord record, RunEvent.Started started)
    {
        ref var journal = ref record.Journal;
        checks.Hold(Law.StartsOnce, started.Start == journal.Starts + 1, record, "has a gap in its starts");
        checks.Hold(Law.StartsOnce, _running is null, record, "started while another ran");
        checks.Hold(Law.AccountHolds, journal is { IsKnown: true, IsFinal: false }, record, "started after its end");
        var attemptsMax = (record.Task?.Retries ?? 10) + 1;
        var mayStart = started.Attempt <= attemptsMax || record.Rerun
            || record.Task is { Trigger: Trigger.OnStart, Kind: TaskKind.Reconcile };
        checks.Hold(Law.StartsOnce, mayStart, record, "has more attempts than retries");
        journal.Starts = started.Start;
        journal.IsRunning = true;
        _running = record;
    }

    public void Ended(KeyRecord record, RunEvent.Ended ended)
    {
        ref var journal = ref record.Journal;
        checks.Hold(
            Law.StartsOnce, journal.IsRunning && journal.Starts == ended.Start, record, "ended without a start");
        journal.IsRunning = false;
        _running = null;
        journal.Preemptions += ended.Result == RunResult.Preempted ? 1 : 0;
        journal.Attempts += ended.Result is RunResult.Preempted or RunResult.Snoozed ? 0 : 1;
        if (ended is { Result: RunResult.Failed, Next.Kind: NextKind.QueuedAgain } && record.Task is { } task)
        {
            CheckWait(record, task, ended);
        }

        Follow(record, ended.Next);
    }

    public void Follow(KeyRecord record, NextStep next)
    {
        ref var journal = ref record.Journal;
        journal.IsHeld = next.Kind == NextKind.Held;
        journal.IsAsked = next.Kind == NextKind.Reconcile;
        if (journal.IsAsked)
        {
            _asked.Add(record);
        }

        journal.RetryAt = next.Kind == NextKind.QueuedAgain ? next.At : null;
        record.Excused = true;
        if (next.Kind == NextKind.Final)
        {
            Finish(record, next.State);
        }
    }

    /// <summary>The brain is gone: what ran is in doubt, and what was not durable never happened.</summary>
    public void Crashed() => _running = null;

    /// <summary>The brain found what ran when it went.</summary>
    public void Booted() => _running = _open.Find(record => record.Journal is { IsRunning: true, IsFinal: false });

    /// <summary>Nothing waits beyond its expiry.</summary>
    public void Audit(DateTimeOffset now)
    {
        _open.RemoveAll(record => record.Journal.IsFinal || !record.Journal.IsKnown);
        foreach (var record in _open)
        {
            var journal = record.Journal;
            var mayWait = journal.IsHeld || journal.IsAsked || journal.IsRunning || journal.Expires >= now;
            checks.Hold(Law.AccountHolds, mayWait, record, "still waits after its expiry");
        }
    }

    /// <summary>Who waits for a person.</summary>
    public IEnumerable<KeyRecord> Held() => _open.Where(record => record.Journal is { IsHeld: true, IsFinal: false });

    /// <summary>A doubt that is not resolved; null when there is none but this.</summary>
    public KeyRecord? InDoubt(KeyRecord but)
    {
        if (_asked.Count == 0)
        {
            return null;
        }

        _asked.RemoveAll(record => !record.Journal.IsAsked || record.Journal.IsFinal);

        // A loop: a predicate would hold on to what it is asked about, made anew for each start.
        foreach (var record in _asked)
        {
            if (!ReferenceEquals(record, but))
            {
                return record;
            }
        }

        return null;
    }

    private void Finish(KeyRecord record, FinalState state)
    {
        checks.Hold(Law.AccountHolds, !record.Journal.IsFinal, record, "ended twice");
        record.Journal.IsFinal = true;
        record.Journal.Final = state;
        record.Journal.IsHeld = record.Journal.IsAsked = record.Journal.IsRunning = false;
    }

    private void CheckWait(KeyRecord record, ScheduledTask task, RunEvent.Ended ended)
    {
        var wait = ended.Next.At - ended.At;
        var plain = task.Backoff.Base.Ticks * Math.Pow(2, ended.Attempt - 1);
        var nominal = TimeSpan.FromTicks((long)Math.Min(plain, task.Backoff.Cap.Ticks));
        checks.Hold(
            Law.BackoffBounded, wait >= nominal * 0.899 && wait <= nominal * 1.101, record, "waits out of its bounds");
        if (task is { Trigger: Trigger.OnStart } || record.Rerun)
        {
            return;
        }

        checks.Hold(Law.BackoffBounded, ended.Next.At <= record.Journal.Expires, record, "waits past its expiry");
        if (!record.Journal.IsByHand && task.Overlap == OverlapRule.Coalesce && task.Trigger is not Trigger.Once)
        {
            var next = scene.Truth.Now.Timeline.NextOf(task, record.Journal.Due, days: 2);
            var row = scene.Truth.Find(record.Key.Task);
            checks.Hold(Law.BackoffBounded, !(next <= ended.Next.At) || row is null || !row.FallsDueLike(task), record,
                "waits past its next slot");
        }
    }
}
