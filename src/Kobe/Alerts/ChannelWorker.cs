using System.Collections.Concurrent;
using System.Globalization;
using Kobe.Brain;
using Kobe.Logging;

namespace Kobe.Alerts;

/// <summary>Tells one channel what it has to tell, one message after the other; no channel waits for another.</summary>
internal sealed class ChannelWorker : IDisposable
{
    // Only to spread retries; what matters is repeatable.
    private const int ChanceSeed = 20261120;

    private readonly IAlertChannel _channel;
    private readonly Outbox _outbox;
    private readonly DeadLetters _dead;
    private readonly TimeProvider _time;
    private readonly Log _log;
    private readonly ChannelBook _book;
    private readonly Random _chance = new(ChanceSeed);
    private readonly ConcurrentQueue<Alert> _raised = new();
    private readonly SemaphoreSlim _signal = new(0);
    private readonly CancellationTokenSource _end = new();
    private Task _running = Task.CompletedTask;
    private volatile string? _trouble;
    private bool _ending;
    private int _waiting;
    private long _sent;
    private long _lost;

    /// <summary>Takes over what an earlier brain left.</summary>
    public ChannelWorker(IAlertChannel channel, Outbox outbox, DeadLetters dead, TimeProvider time, Log log)
    {
        (_channel, _outbox, _dead, _time, _log) = (channel, outbox, dead, time, log);
        _book = new(channel.Rules);
        foreach (var (alert, at) in outbox.Fold.Told(Name))
        {
            _book.Told(alert, at);
        }

        foreach (var alert in outbox.Fold.Open(Name))
        {
            _book.Add(alert);
        }

        _book.Doubt(outbox.Fold.InDoubt(Name));
        var now = Moment.Of(time);
        if (outbox.Fold.Held.TryGetValue(Name, out var until) && until > now.Wall)
        {
            _book.Hold(RetryWait.Asked(until - now.Wall, 0), now);
        }

        _waiting = _book.Waiting;
    }

    public string Name => _channel.Rules.Name;

    /// <summary>The least urgent alert that it tells.</summary>
    public AlertLevel LevelMin => _channel.Rules.LevelMin;

    /// <summary>What keeps it from telling anything, in a sentence; null while all is well.</summary>
    public string? Trouble => _trouble;

    /// <summary>How many it still has to tell.</summary>
    public int Waiting => Volatile.Read(ref _waiting) + _raised.Count;

    /// <summary>How many it has told since the start.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>How many it will never tell, since the start.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>An alert to tell; returns at once.</summary>
    public void Raise(Alert alert)
    {
        _raised.Enqueue(alert);
        _signal.Release();
    }

    /// <summary>Begins to tell, on threads of the pool.</summary>
    public void Start() => _running = Task.Run(() => Run(_end.Token));

    /// <summary>Takes one step: sends a message, or finds that there is nothing to send now.</summary>
    /// <returns>How long to wait for the next step, unless an alert comes; null for until one comes.</returns>
    public async Task<TimeSpan?> Step(CancellationToken cancellation)
    {
        while (_raised.TryDequeue(out var alert))
        {
            _book.Add(alert);
        }

        var now = Moment.Of(_time);
        if (_book.TakeAged(now) is { Count: > 0 } aged)
        {
            Drop(aged, $"they could not be told for {Words(_channel.Rules.KeepFor)}.", now);
        }

        Volatile.Write(ref _waiting, _book.Waiting);
        switch (_book.Next(now))
        {
            case ChannelStep.Send send:
                await Send(send.Message, now, cancellation).ConfigureAwait(false);
                Volatile.Write(ref _waiting, _book.Waiting);
                return TimeSpan.Zero;
            case ChannelStep.Wait wait:
                return wait.For;
            default:
                return null;
        }
    }

    /// <summary>Asks it to end; what is not told yet stays in the outbox.</summary>
    /// <param name="limit">How long what can be told now may still take.</param>
    public void BeginStop(TimeSpan limit)
    {
        Volatile.Write(ref _ending, true);
        _end.CancelAfter(limit);
        _signal.Release();
    }

    /// <summary>Waits for its end.</summary>
    public bool WaitStopped(TimeSpan limit) => _running.Wait(limit);

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        if (_running.IsCompleted)
        {
            _channel.Dispose();
            _signal.Dispose();
            _end.Dispose();
        }
    }

    private async Task Run(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                var wait = await Step(cancellation).ConfigureAwait(false);
                if (wait == TimeSpan.Zero)
                {
                    continue;
                }

                // At the end only what may go out at once is waited for.
                if (Volatile.Read(ref _ending) && !(wait <= _channel.Rules.GapMin))
                {
                    return;
                }

                await Wait(wait, cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The brain ends; the outbox has the rest.
        }
#pragma warning disable CA1031 // The worker's edge: a mistake of ours costs this channel and never the brain.
        catch (Exception mistake)
#pragma warning restore CA1031
        {
            _trouble = $"Alerts by {Name} ended of a mistake; restart the brain.";
            _log.Error("alert", _trouble, mistake);
        }
    }

    private async Task Wait(TimeSpan? wait, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var raised = _signal.WaitAsync(over.Token);
        if (wait is { } limit)
        {
            // The wall clock may be set meanwhile, so quiet hours are looked at again now and then.
            var part = limit < TimeSpan.FromMinutes(1) ? limit : TimeSpan.FromMinutes(1);
            await Task.WhenAny(raised, Task.Delay(part, _time, over.Token)).ConfigureAwait(false);
        }
        else
        {
            await raised.ConfigureAwait(false);
        }

        await over.CancelAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
    }

    private async Task Send(AlertMessage message, Moment now, CancellationToken cancellation)
    {
        _outbox.Write(new OutboxEntry.Trying(Name, message.Numbers));
        _book.Begin(now);
        var result = await _channel.Send(message, cancellation).ConfigureAwait(false);
        now = Moment.Of(_time);
        switch (result)
        {
            case SendResult.Sent:
                _outbox.Write(new OutboxEntry.Sent(Name, message.Numbers, now.Wall));
                _book.Sent(message, now);
                Interlocked.Add(ref _sent, message.Alerts.Count);
                Recovered();
                _outbox.Compact(now.Wall);
                break;
            case SendResult.Later later:
                NotSent(later, message, now);
                break;
            case SendResult.Refused refused:
                _book.Remove(message.Alerts);
                Drop(message.Alerts, refused.Why, now);
                break;
            case SendResult.Broken broken:
                _outbox.Write(new OutboxEntry.NotSent(Name, message.Numbers));
                _book.Broken(now);
                Failing(broken.Why, "it is tried again in an hour");
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void NotSent(SendResult.Later later, AlertMessage message, Moment now)
    {
        var wait = _book.Failed(later, message, _chance.NextDouble(), now);
        if (!later.InDoubt)
        {
            _outbox.Write(new OutboxEntry.NotSent(Name, message.Numbers));
        }

        if (later.After is not null)
        {
            _outbox.Write(new OutboxEntry.Held(Name, now.Wall + wait));
        }

        Failing(later.Why, $"it is tried again in {Words(wait)}");
    }

    private void Drop(IReadOnlyList<Alert> alerts, string why, Moment now)
    {
        _dead.Add(Name, alerts, why, now.Wall);
        _outbox.Write(new OutboxEntry.Dead(Name, [.. alerts.Select(alert => alert.Number)]));
        Interlocked.Add(ref _lost, alerts.Count);
    }

    // Said once and not at each of a hundred attempts.
    private void Failing(string why, string next)
    {
        var trouble = $"Alerts by {Name} don't arrive: {why}";
        if (_trouble != trouble)
        {
            _log.Warning("alert", $"{trouble} {_book.Waiting} wait; {next}.");
        }

        _trouble = trouble;
    }

    private void Recovered()
    {
        if (_trouble is not null)
        {
            _log.Info("alert", $"Alerts by {Name} arrive again.");
            _trouble = null;
        }
    }

    private static string Words(TimeSpan span) => span.TotalMinutes < 2
        ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} min");
}
