using System.Runtime.CompilerServices;

namespace Kobe.Core.Runs;

public sealed partial class Ledger
{
    private Run Queue(DateTimeOffset at, OccurrenceKey key, DateTimeOffset due, DateTimeOffset expires, int priority)
    {
        var book = _days.Of(key.Date, Seq);
        var run = new Run(key, due)
        {
            State = RunState.Queued, Since = at, QueuedAt = at, Expires = expires, Priority = priority,
        };
        book.Of(key.Task).Add(run);
        book.Pending++;
        AddOpen(run);
        return _found = run;
    }

    private void Trigger(RunEvent.Triggered triggered)
    {
        var run = Queue(triggered.At, triggered.Key, triggered.Due, triggered.Expires, triggered.Priority);
        run.By = triggered.By;
        run.Args = triggered.Args;
        run.Force = triggered.Force;
    }

    private void Close(RunEvent.Closed closed)
    {
        if (Find(closed.Key) is { } waiting)
        {
            Finish(waiting, closed.State, closed.At);
            return;
        }

        var book = _days.Of(closed.Key.Date, Seq);
        var run = new Run(closed.Key, closed.Due) { State = RunState.Final, Final = closed.State, Since = closed.At };
        _found = run;
        book.Of(closed.Key.Task).Add(run);
        book.Finals[(int)closed.State]++;
        _totals[(int)closed.State]++;
    }

    private void Miss(RunEvent.BulkMissed missed)
    {
        _found = null;
        var book = _days.Of(missed.Date, Seq);
        var day = book.Of(missed.Task);
        day.Bulk += missed.Count;
        day.BulkThrough = missed.Through;
        book.Finals[(int)FinalState.Missed] += missed.Count;
        _totals[(int)FinalState.Missed] += missed.Count;
    }

    private void Start(RunEvent.Started started)
    {
        var run = Find(started.Key)!;
        var day = run.Day!;
        day.Claim ??= run.Key.Slot;
        day.Started += started.Start == 1 ? 1 : 0;
        run.State = RunState.Running;
        run.Since = started.At;
        run.Starts = started.Start;
        Running = run;

        var task = Standing(run.Key.Task, started.At);
        task.LastKey = run.Key;
        task.LastStartedAt = started.At;
        task.LastFinal = null;
    }

    private void End(RunEvent.Ended ended)
    {
        var run = Running!;
        Running = null;
        var task = Standing(run.Key.Task, ended.At);
        task.LastEndedAt = ended.At;
        task.LastResult = ended.Result;
        if (ended.Crashed)
        {
            task.Crash(ended.At);
        }

        switch (ended.Result)
        {
            case RunResult.Snoozed: run.Snoozes++; break;
            case RunResult.Preempted: run.Preemptions++; break;
            default: run.Attempts++; break;
        }

        if (ended.Payload is { } payload)
        {
            Keep(payload, run.Key, ended.At);
        }

        Follow(run, ended.Next, ended.At);
    }

    private void Resolve(RunEvent.Resolved resolved)
    {
        var run = Find(resolved.Key)!;
        run.Expires = resolved.Expires ?? run.Expires;
        Follow(run, resolved.How switch
        {
            Resolution.Done => NextStep.Final(FinalState.Succeeded),
            Resolution.Drop => NextStep.Final(FinalState.Cancelled),
            _ => NextStep.QueuedAgain(resolved.At),
        }, resolved.At);
    }

    private void Follow(Run run, NextStep next, DateTimeOffset at)
    {
        if (next.Kind == NextKind.Final)
        {
            Finish(run, next.State, at);
            return;
        }

        var book = _days.Find(run.Key.Date)!;
        var wasHeld = run.State == RunState.Held;
        ReconcilingCount -= run.State == RunState.Reconciling ? 1 : 0;
        run.Since = at;
        run.RetryAt = next.Kind == NextKind.QueuedAgain ? next.At : null;
        run.State = next.Kind switch
        {
            NextKind.QueuedAgain => RunState.Queued,
            NextKind.Held => RunState.Held,
            _ => RunState.Reconciling,
        };
        ReconcilingCount += run.State == RunState.Reconciling ? 1 : 0;
        var isHeld = run.State == RunState.Held;
        book.Held += (isHeld ? 1 : 0) - (wasHeld ? 1 : 0);
        book.Pending += (wasHeld ? 1 : 0) - (isHeld ? 1 : 0);
    }

    private void Finish(Run run, FinalState state, DateTimeOffset at)
    {
        var book = _days.Find(run.Key.Date)!;
        book.Held -= run.State == RunState.Held ? 1 : 0;
        book.Pending -= run.State == RunState.Held ? 0 : 1;
        ReconcilingCount -= run.State == RunState.Reconciling ? 1 : 0;
        book.Finals[(int)state]++;
        _totals[(int)state]++;
        RemoveOpen(run);
        run.Close(state, at);
        run.Day!.Close(run);
        if (run.Starts > 0)
        {
            Judge(Standing(run.Key.Task, at), run);
        }
    }

    private static void Judge(TaskStanding task, Run run)
    {
        task.LastFinal = task.LastKey == run.Key ? run.Final : task.LastFinal;
        task.Failures = run.Final switch
        {
            FinalState.Succeeded => 0,
            FinalState.Failed or FinalState.Interrupted => task.Failures + 1,
            _ => task.Failures,
        };
    }

    private void Keep(RunPayload payload, OccurrenceKey by, DateTimeOffset at)
    {
        foreach (var fact in payload.Facts)
        {
            _facts[fact.Name] = new LastFact(fact.Name, fact.Value, at, by);
        }

        foreach (var discovery in payload.Discoveries)
        {
            if (_discoveries.Count == RunLimits.DiscoveriesKept)
            {
                _discoveries.Dequeue();
            }

            _discoveries.Enqueue(new FoundDiscovery(at, by, discovery));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddOpen(Run run)
    {
        ReconcilingCount += run.State == RunState.Reconciling ? 1 : 0;
        run.OpenIndex = _open.Count;
        _open.Add(run);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void RemoveOpen(Run run)
    {
        // The last one takes the gap: the list's order means nothing, and Open() sorts.
        var last = _open[^1];
        _open[run.OpenIndex] = last;
        last.OpenIndex = run.OpenIndex;
        _open.RemoveAt(_open.Count - 1);
        run.OpenIndex = -1;
    }
}
