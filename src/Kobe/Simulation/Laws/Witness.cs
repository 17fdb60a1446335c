using System.Runtime.CompilerServices;
using Kobe.Brain;
using Kobe.Core.Runs;
using Kobe.Simulation.Reporting;

namespace Kobe.Simulation.Laws;

/// <summary>Sees everything that the brain writes, calls and raises, and holds it against the laws.</summary>
internal sealed class Witness : IAlerts
{
    private readonly Scene _scene;
    private readonly OrderLog _log;
    private readonly Statistics _statistics;
    private readonly KeyBooks _books = new();
    private readonly StartLaws _starts;
    private readonly AlertLaws _alerts;
    private readonly AccountLaws _account;

    public Witness(Scene scene, OrderLog log, Statistics statistics)
    {
        (_scene, _log, _statistics) = (scene, log, statistics);
        var checks = new KeyChecks(scene, Counts);
        Life = new(scene, checks);
        Effects = new(scene, _books, checks);
        _starts = new(scene, Life, Counts, checks);
        _alerts = new(checks);
        _account = new(scene, _books, Counts);
    }

    public LawCounts Counts { get; } = new();

    /// <summary>Told of each occurrence that ended.</summary>
    public Action<OccurrenceKey, DateTimeOffset, FinalState>? Finished { get; init; }

    /// <summary>Tasks that were ever put in quarantine or disabled, by id.</summary>
    public SortedSet<string> Marked { get; } = new(StringComparer.Ordinal);

    public LifeLaws Life { get; }

    public EffectLaws Effects { get; }

    /// <summary>The brain wrote an event.</summary>
    public void Written(RunEvent what)
    {
        _statistics.Events++;
        switch (what)
        {
            case RunEvent.Queued queued:
                Queued(queued.Key, queued.At, queued.Due, queued.Expires, isByHand: false);
                break;
            case RunEvent.Triggered triggered:
                Queued(triggered.Key, triggered.At, triggered.Due, triggered.Expires, isByHand: true);
                break;
            case RunEvent.Closed closed: Closed(closed); break;
            case RunEvent.Started started: Started(started); break;
            case RunEvent.Ended ended: Ended(ended); break;
            case RunEvent.Reconciled reconciled: Answered(reconciled); break;
            case RunEvent.Resolved resolved: Resolved(resolved); break;
            case RunEvent.BulkMissed missed: Missed(missed); break;
            default: Otherwise(what); break;
        }
    }

    public void Raise(AlertLevel level, string text)
    {
        _log.Add('!', _scene.Clock.Wall, text);
        _alerts.Raised(text);
    }

    public void Called(OccurrenceKey key, int start)
    {
        _log.Add('c', _scene.Clock.Wall, _books.Of(key).Print, start);
        Effects.Called(key, start);
    }

    /// <summary>A handler is called while the process of another lives.</summary>
    public void Overlapped(OccurrenceKey living, OccurrenceKey called) =>
        Counts.Break(Law.StartsOnce, _scene.Clock.Wall, $"{called} was called while the process of {living} lives.");

    public void Effect(OccurrenceKey key, bool isDoubled)
    {
        _log.Add('x', _scene.Clock.Wall, _books.Of(key).Print);
        Effects.Effect(key, isDoubled);
    }

    /// <summary>The occurrence in the brain's lane: what it calls.</summary>
    public OccurrenceKey InLane => _scene.State.Lane!.Run.Key;

    public int EffectsOf(OccurrenceKey key) => _books.Find(key)?.Effects ?? 0;

    public void AllowRerun(OccurrenceKey key) => _books.Of(key).Rerun = true;

    /// <summary>What was open before this process began, as its journal says.</summary>
    public void Resumed(Ledger ledger)
    {
        foreach (var run in ledger.Open())
        {
            Life.Resumed(_books.Of(run.Key), run);
        }
    }

    /// <summary>The brain is about to be opened on what the journal kept.</summary>
    public void Booted()
    {
        _books.Synced();
        Life.Booted();
        _scene.PlannedThrough = _scene.Loop.State.Ledger.WatermarkHigh;
        _account.Begin(_scene.Loop.State.Ledger.Watermark ?? _scene.Clock.Wall);
    }

    public void Turned()
    {
        if (_scene.Store.Unsynced == 0 && !_scene.State.Book.IsBroken)
        {
            _books.Synced();
        }

        _alerts.Turned();
        var state = _scene.State;
        if (state.Queue.Count > 0)
        {
            _statistics.Waits(state.Now, state.Queue.Count);
        }
    }

    /// <summary>The brain is gone, and the last so many events with it.</summary>
    public void Crashed(int lost)
    {
        _books.Lose(lost);
        _alerts.Crashed();
        Life.Crashed();
    }

    /// <summary>Once a day, between two turns.</summary>
    public void Audit()
    {
        _account.Audit();
        Life.Audit(_scene.State.Now);
        _books.Forget();
    }

    private void Otherwise(RunEvent what)
    {
        _books.NoteWritten(null);
        _log.Add('o', what.At, what.GetType().Name);
        if (what is RunEvent.Quarantined quarantined)
        {
            Marked.Add(quarantined.Task);
        }
        else if (what is RunEvent.Control { Verb: ControlVerb.Disable } disabled)
        {
            Marked.Add(disabled.Subject);
        }
        else if (what is RunEvent.Planned planned && !(planned.Watermark <= _scene.PlannedThrough))
        {
            _scene.PlannedThrough = planned.Watermark;
        }
        else if (what is RunEvent.Control { Verb: ControlVerb.ConfirmClock })
        {
            _scene.PlannedThrough = _scene.State.Ledger.Watermark;
        }
    }

    private void Queued(
        OccurrenceKey key, DateTimeOffset at, DateTimeOffset due, DateTimeOffset expires, bool isByHand)
    {
        var record = Note(key);
        _log.Add('q', at, record.Print);
        Life.Queued(record, new()
        {
            IsKnown = true, Due = due, Expires = expires, QueuedAt = at, IsByHand = isByHand,
        });
    }

    private void Closed(RunEvent.Closed closed)
    {
        var record = Note(closed.Key);
        _log.Add('z', closed.At, record.Print, (int)closed.State);
        Life.Closed(record, closed);
        _alerts.Closed(record, closed.State);
        _statistics.Finished(record.Tally!, closed.Key.Date, closed.State);
        _statistics.Because(closed.State, closed.Reason);
        Finished?.Invoke(closed.Key, closed.Due, closed.State);
    }

    private void Started(RunEvent.Started started)
    {
        var record = Note(started.Key);
        _log.Add('s', started.At, record.Print, started.Start, started.Attempt);
        Life.Started(record, started);
        _starts.Started(record, started);
        var lateness = new TimeSpan(started.At.UtcTicks - record.Journal.DueTicks);
        _statistics.Started(record.Tally!, started.At, lateness, started.Start == 1 && lateness >= TimeSpan.Zero);
    }

    private void Ended(RunEvent.Ended ended)
    {
        var record = Note(ended.Key);
        _log.Add('e', ended.At, record.Print, (int)ended.Result, (int)ended.Next.Kind);
        _starts.Ended(record, isFirm: false);
        Life.Ended(record, ended);
        _alerts.Ended(record, ended.Next);
        _statistics.Ended(record.Tally!, ended.Key.Date, TimeSpan.FromMilliseconds(ended.DurationMs));
        Follow(record, ended.Next);
    }

    private void Answered(RunEvent.Reconciled reconciled)
    {
        var record = Note(reconciled.Key);
        _log.Add('a', reconciled.At, record.Print, (int)reconciled.Answer, (int)reconciled.Next.Kind);
        _starts.Ended(record, isFirm: true);
        Life.Follow(record, reconciled.Next);
        _alerts.Ended(record, reconciled.Next);
        Follow(record, reconciled.Next);
    }

    private void Resolved(RunEvent.Resolved resolved)
    {
        var record = Note(resolved.Key);
        _log.Add('r', resolved.At, record.Print, (int)resolved.How);
        record.Journal.Expires = resolved.Expires ?? record.Journal.Expires;
        var next = resolved.How switch
        {
            Resolution.Done => NextStep.Final(FinalState.Succeeded),
            Resolution.Drop => NextStep.Final(FinalState.Cancelled),
            _ => NextStep.QueuedAgain(resolved.At),
        };
        Life.Follow(record, next);
        Follow(record, next);
    }

    private void Missed(RunEvent.BulkMissed missed)
    {
        var record = Note(KeyBooks.BulkOf(missed.Task, missed.Date));
        _log.Add('b', missed.At, record.Print, missed.Count);
        record.Journal.IsFinal = true;
        record.Journal.Bulk += missed.Count;
        record.Journal.Due = missed.Through;
        _statistics.Finished(record.Tally!, missed.Date, FinalState.Missed, missed.Count);
    }

    private void Follow(KeyRecord record, NextStep next)
    {
        if (next.Kind == NextKind.Final)
        {
            if (next.State == FinalState.Succeeded)
            {
                Effects.Succeeded(record);
            }

            _statistics.Finished(record.Tally!, record.Key.Date, next.State);
            Finished?.Invoke(record.Key, record.Journal.Due, next.State);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private KeyRecord Note(OccurrenceKey key)
    {
        var record = _books.Of(key);
        record.Tally ??= _statistics.TaskOf(key.Task);
        _books.NoteWritten(record);
        return record;
    }
}
