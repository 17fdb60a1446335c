using Kobe.Alerts;
using Kobe.Core.Queueing;
using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>Shows what the loop knows on the board: often enough to be true, seldom enough to cost nothing.</summary>
internal sealed class SnapshotMaker(BrainBoard board, TimeProvider time)
{
    // A snapshot of a long queue costs milliseconds, which a lane that starts thousands a second has not got.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    // What is known of each task is costlier still; while a long queue drains it is shown this often.
    private static readonly TimeSpan RecordsInterval = TimeSpan.FromSeconds(1);

    private readonly long _startedTimestamp = time.GetTimestamp();
    private readonly Dictionary<string, long> _readySince = new(StringComparer.Ordinal);
    private DateTimeOffset? _startedAt;
    private TimeSpan _last = TimeSpan.MinValue;
    private long _recordsSeq = -1;
    private TimeSpan _recordsAt;
    private BrainRecords _records = BrainRecords.Empty;
    private RowsInForce? _rows;
    private object? _controls;
    private Accountant? _accountant;

    /// <summary>Shows the state, if it is time; else the loop is to turn again when it is.</summary>
    public void Show(BrainLoop loop)
    {
        var state = loop.State;
        var mono = state.Clock.Mono;

        // Who has just paused or halted the brain looks whether it is: that is shown at once.
        var steered = !ReferenceEquals(_controls, state.Ledger.Controls);
        if (_last != TimeSpan.MinValue && mono - _last < Interval && !loop.IsOver && !steered)
        {
            loop.TurnBy = _last + Interval;
            return;
        }

        _last = mono;
        _controls = state.Ledger.Controls;
        loop.TurnBy = null;
        board.Publish(Make(state));
    }

    private BrainSnapshot Make(BrainState state)
    {
        var clock = state.Roster.Calendars.Default;
        var context = clock.At(state.Now);
        var ledger = state.Ledger;
        _startedAt ??= state.Now;
        (_accountant ??= new(state)).Look();
        var alerts = state.Alerts.Standing;
        return new BrainSnapshot
        {
            At = state.Now,
            LoopTimestamp = time.GetTimestamp(),
            StartedAt = _startedAt.Value,
            StartedTimestamp = _startedTimestamp,
            Version = state.Settings.Version,
            Pid = state.Settings.Pid,
            Cycles = state.Cycles,
            Paused = ledger.Controls.PauseAt(state.Now) is not null,
            TradingState = state.Gate().Trading.ToString(),
            Blocked = ControlWords.Blocked(ledger.Controls, state.Now, clock.Calendar.Zone),
            Rows = Rows(state.Roster),
            Context = context,
            Zone = clock.Calendar.Zone,
            Watermark = ledger.Watermark,
            Current = Current(state),
            QueueCount = state.Queue.Count,
            Queue = Queued(state),
            Once = Once(state),
            Overdue = Overdue(state),
            Next = Next(state),
            Schedule = new(
                state.Roster.Schedule.Tasks.Count, state.Roster.Catalogue.Handlers.Count,
                state.Roster.Schedule.Files.Count, state.Roster.LoadedAt, state.Roster.Schedule.Hash),
            Today = ledger.Count(context.Date),
            LastErrors = [.. state.Errors.Select(error => new RunError(error.Key, error.Error, error.At))],
            Journal = new(state.Book.Problem, ledger.Seq, TimeSpan.FromMilliseconds(state.Book.SyncMs)),
            Breaches = state.Breaches.Count,
            FirstBreach = state.Breaches.First,
            NotReady = NotReady(state),
            Degraded = Degraded(state, alerts),
            Alerts = alerts,
            LastTask = state.LastTask,
            Records = Records(state),
        };
    }

    private CurrentRun? Current(BrainState state) => state.Lane is not { } lane ? null : new(
        lane.Run.Key.ToString(), lane.Task.Id, lane.Attempt, lane.StartedAt, TimestampOf(state, lane.StartedMono),
        lane.Task.Timeout, state.Settings.KillGrace);

    private long TimestampOf(BrainState state, TimeSpan mono) =>
        time.GetTimestamp() - (long)((state.Clock.Mono - mono).TotalSeconds * time.TimestampFrequency);

    private static IReadOnlyList<QueuedRun> Queued(BrainState state) => state.Queue.Count == 0
        ? []
        : [.. state.Queue.InOrder(BrainSnapshot.QueuedMax).Select(waiter => Queued(waiter, state.Now))];

    // One-offs wait for their time among everything else; few queues hold any.
    private static IReadOnlyList<QueuedRun> Once(BrainState state)
    {
        var found = new List<Waiter>();
        foreach (var waiter in state.Queue.All)
        {
            if (waiter.Key.Slot.StartsWith(OneOff.Slot, StringComparison.Ordinal))
            {
                found.Add(waiter);
            }
        }

        return found.Count == 0
            ? []
            : [.. found.OrderBy(waiter => waiter.Due).ThenBy(waiter => waiter.Key.ToString(), StringComparer.Ordinal)
                .Take(BrainSnapshot.QueuedMax).Select(waiter => Queued(waiter, state.Now))];
    }

    private static QueuedRun Queued(Waiter waiter, DateTimeOffset now) => new(
        waiter.Key.ToString(), waiter.Task.Id, waiter.Priority, waiter.EffectivePriority, waiter.Due,
        waiter.Expires, waiter.Run.Attempt,
        waiter.Hold != Hold.Time ? waiter.WaitingFor(now) : waiter.Run.Attempts > 0 ? "its retry" : "its time");

    // Since when one is ready is not in the ledger: it is noted the first time it is seen.
    private OverdueRuns? Overdue(BrainState state)
    {
        var ready = state.Queue.Ready;
        if (ready.Length == 0)
        {
            _readySince.Clear();
            return null;
        }

        var first = ready[0];
        foreach (var waiter in ready)
        {
            first = waiter.Due < first.Due ? waiter : first;
        }

        var key = first.Key.ToString();
        if (!_readySince.TryGetValue(key, out var since))
        {
            _readySince.Clear();
            _readySince[key] = since = time.GetTimestamp();
        }

        return new(ready.Length, key, since, first.Due);
    }

    private static NextDue? Next(BrainState state) =>
        state.Roster.Timeline.Next(state.Ledger.Watermark ?? state.Now) is { } next
            ? new(next.Key.ToString(), next.Task.Id, next.Due)
            : null;

    private static List<string> NotReady(BrainState state)
    {
        var reasons = new List<string>();
        if (state.Opening.Count > 0)
        {
            reasons.Add($"{state.Opening.Count} on_start rows have not ended.");
        }

        if (state.UnreconciledStarts.Count > 0)
        {
            reasons.Add("A reconcile at start has not succeeded: entries are blocked.");
        }

        if (state.Stopping is not null)
        {
            reasons.Add("The brain stops.");
        }

        return reasons;
    }

    private static List<string> Degraded(BrainState state, AlertStanding alerts)
    {
        var reasons = new List<string>(alerts.Troubles);
        if (state.Ledger.ClockBehind)
        {
            reasons.Add("The clock stands behind what was planned: entries are blocked.");
        }

        if (state.Roster.Degraded is { } degraded)
        {
            reasons.Add(degraded);
        }

        foreach (var task in state.Ledger.Tasks())
        {
            if (task.Quarantine is { } mark)
            {
                reasons.Add($"{task.Task} is in quarantine: {mark.Reason}.");
            }
        }

        return reasons;
    }

    private RowsInForce Rows(Roster roster) => _rows is { } known && ReferenceEquals(known.Schedule, roster.Schedule)
        && ReferenceEquals(known.Catalogue, roster.Catalogue)
        ? known
        : _rows = new(roster.Schedule, roster.Calendars, roster.Catalogue);

    private BrainRecords Records(BrainState state)
    {
        var (ledger, mono) = (state.Ledger, state.Clock.Mono);
        var isLong = state.Queue.ReadyCount > BrainSnapshot.QueuedMax;
        if (_recordsSeq != ledger.Seq && !(isLong && mono - _recordsAt < RecordsInterval))
        {
            (_recordsSeq, _recordsAt) = (ledger.Seq, mono);
            _records = new([.. ledger.Tasks().Select(TaskRecord.Of)], ledger.Facts(), [.. ledger.Discoveries]);
        }

        return _records;
    }
}
