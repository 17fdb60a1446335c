using Kobe.Brain;
using Kobe.Logging;

namespace Kobe.Alerts;

/// <summary>Takes alerts from the loop, keeps them, and lets each channel tell them at its own pace.</summary>
internal sealed class AlertDesk : IAlerts, IDisposable
{
    // An owner who stops the brain does not wait for a phone.
    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(3);

    // The longest sentence that is worth telling; the log has the whole.
    private const int TextCharsMax = 2000;

    private readonly LogAlerts _lines;
    private readonly Redaction _redaction;
    private readonly Outbox _outbox;
    private readonly TimeProvider _time;
    private readonly IReadOnlyList<ChannelWorker> _workers;
    private readonly IReadOnlyList<string> _faults;
    private readonly Lock _numbers = new();
    private readonly Lock _recent = new();
    private readonly Queue<Alert> _last = new();
    private long _number;

    // What a person looks at; older ones are in the log.
    private const int RecentMax = 50;

    /// <summary>A desk over channels, which it owns.</summary>
    /// <param name="state">The state directory.</param>
    /// <param name="channels">At least one.</param>
    /// <param name="faults">What is wrong with channels that are not among them, a sentence each.</param>
    /// <param name="keepTold">For how long what was told is remembered.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Gets every alert too.</param>
    public AlertDesk(
        string state, IReadOnlyList<IAlertChannel> channels, IReadOnlyList<string> faults, TimeSpan keepTold,
        TimeProvider time, Log log)
    {
        _lines = new(log);
        _redaction = log.Redaction;
        _time = time;
        _faults = faults;
        _outbox = Outbox.Open(state, keepTold);
        if (_outbox.Problem is { } problem)
        {
            log.Error("alert", $"The outbox can't be used, a restart would lose what is not told yet: {problem}");
        }

        _number = _outbox.Fold.LastNumber;
        var dead = new DeadLetters(state, log);
        _workers = [.. channels.Select(channel => new ChannelWorker(channel, _outbox, dead, time, log))];
        foreach (var gone in _outbox.Fold.Channels().Except(_workers.Select(worker => worker.Name)).ToList())
        {
            if (_outbox.Fold.Open(gone).ToList() is { Count: > 0 } orphans)
            {
                dead.Add(gone, orphans, "the channel is not configured any more.", time.GetUtcNow());
                _outbox.Post(new OutboxEntry.Dead(gone, [.. orphans.Select(alert => alert.Number)]));
            }
        }
    }

    /// <summary>What else keeps people and the brain apart, in a sentence.</summary>
    public Func<string?>? MoreTrouble { get; set; }

    /// <summary>What the outbox knew when it was opened, and what was raised since; to be read before
    /// <see cref="Start"/>.</summary>
    public IReadOnlyList<Alert> Known => _outbox.Fold.Known;

    /// <inheritdoc/>
    public AlertStanding Standing
    {
        get
        {
            var (waiting, sent, lost) = (0, 0L, 0L);
            var troubles = new List<string>(_faults);
            foreach (var worker in _workers)
            {
                waiting += worker.Waiting;
                sent += worker.Sent;
                lost += worker.Lost;
                if (worker.Trouble is { } trouble)
                {
                    troubles.Add(trouble);
                }
            }

            if (MoreTrouble?.Invoke() is { } more)
            {
                troubles.Add(more);
            }

            return new(waiting, sent, lost, troubles);
        }
    }

    /// <summary>The last alerts, newest first.</summary>
    public IReadOnlyList<Alert> Recent
    {
        get
        {
            lock (_recent)
            {
                return [.. _last.Reverse()];
            }
        }
    }

    /// <inheritdoc/>
    public void Raise(AlertLevel level, string text)
    {
        _lines.Raise(level, text);
        var clean = _redaction.Clean(text);
        clean = clean.Length <= TextCharsMax ? clean : clean[..TextCharsMax] + "…";

        // Numbers and lines in one order: the order in which alerts are told.
        lock (_numbers)
        {
            var alert = new Alert(++_number, _time.GetUtcNow(), level, clean);
            Remember(alert);
            var to = _workers.Where(worker => level >= worker.LevelMin).ToList();
            if (to.Count == 0)
            {
                return;
            }

            _outbox.Post(new OutboxEntry.Raised(alert, [.. to.Select(worker => worker.Name)]));
            foreach (var worker in to)
            {
                worker.Raise(alert);
            }
        }
    }

    /// <summary>Begins to tell; what was raised before is told too.</summary>
    public void Start()
    {
        foreach (var worker in _workers)
        {
            worker.Start();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var worker in _workers)
        {
            worker.BeginStop(EndMax);
        }

        foreach (var worker in _workers)
        {
            _ = worker.WaitStopped(EndMax + EndMax);
            worker.Dispose();
        }

        _outbox.Dispose();
    }

    private void Remember(Alert alert)
    {
        lock (_recent)
        {
            _last.Enqueue(alert);
            while (_last.Count > RecentMax)
            {
                _last.Dequeue();
            }
        }
    }
}
