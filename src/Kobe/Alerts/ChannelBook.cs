using Kobe.Brain;

namespace Kobe.Alerts;

/// <summary>What one channel still has to tell, and when it may: order, quiet hours, repeats, pace, failures.</summary>
/// <remarks>It decides and does nothing: no clock, no file, no network. One thread at a time.</remarks>
internal sealed class ChannelBook(ChannelRules rules)
{
    // A message within this time makes the next one's alerts "more".
    private static readonly TimeSpan MoreMax = TimeSpan.FromMinutes(10);

    // How long a channel that only a person can mend is left alone.
    private static readonly TimeSpan BrokenFor = TimeSpan.FromHours(1);

    private readonly List<Alert> _pending = [];
    private readonly Dictionary<AlertTopic, DateTimeOffset> _told = [];
    private readonly HashSet<long> _inDoubt = [];
    private Pacing _pacing;
    private TimeSpan _holdUntil;

    /// <summary>The channel's rules.</summary>
    public ChannelRules Rules { get; } = rules;

    /// <summary>How many it still has to tell.</summary>
    public int Waiting => _pending.Count;

    /// <summary>Failures in a row.</summary>
    public int Failures { get; private set; }

    /// <summary>An alert to tell; they come in the order of their numbers.</summary>
    public void Add(Alert alert) => _pending.Add(alert);

    /// <summary>One that an earlier brain told already: its topic is not repeated at once.</summary>
    public void Told(Alert alert, DateTimeOffset at) => _told[alert.Topic] = at;

    /// <summary>An earlier brain began to tell these and nobody knows whether it did.</summary>
    public void Doubt(IEnumerable<long> numbers) => _inDoubt.UnionWith(numbers);

    /// <summary>Nothing is sent for so long.</summary>
    public void Hold(TimeSpan wait, Moment now)
    {
        var until = now.Mono + wait;
        _holdUntil = until > _holdUntil ? until : _holdUntil;
    }

    /// <summary>Takes out what is too old to be told.</summary>
    public IReadOnlyList<Alert> TakeAged(Moment now)
    {
        var aged = _pending.FindAll(alert => now.Wall - alert.At > Rules.KeepFor);
        Remove(aged);
        return aged;
    }

    /// <summary>What to do now.</summary>
    public ChannelStep Next(Moment now)
    {
        var ready = new List<Alert>(_pending.Count);
        var soonest = TimeSpan.MaxValue;
        foreach (var alert in _pending)
        {
            var wait = Rest(alert, now);
            if (wait <= TimeSpan.Zero)
            {
                ready.Add(alert);
            }
            else if (wait < soonest)
            {
                soonest = wait;
            }
        }

        if (ready.Count == 0)
        {
            return _pending.Count == 0 ? new ChannelStep.Idle() : new ChannelStep.Wait(soonest);
        }

        var pause = _pacing.Wait(Rules, now.Mono);
        pause = _holdUntil - now.Mono > pause ? _holdUntil - now.Mono : pause;
        if (pause > TimeSpan.Zero)
        {
            return new ChannelStep.Wait(pause);
        }

        var more = _pacing.Last is { } last && now.Mono - last < MoreMax;
        return new ChannelStep.Send(
            AlertComposer.Compose(ready, Rules, more, ready.Exists(alert => _inDoubt.Contains(alert.Number))));
    }

    /// <summary>A message goes out now: it counts for the pacing, however it ends.</summary>
    public void Begin(Moment now) => _pacing = _pacing.Use(Rules, now.Mono);

    /// <summary>It arrived.</summary>
    public void Sent(AlertMessage message, Moment now)
    {
        Failures = 0;
        Remove(message.Alerts);
        foreach (var alert in message.Alerts)
        {
            _told[alert.Topic] = now.Wall;
        }

        Forget(now);
    }

    /// <summary>It did not; the whole channel waits.</summary>
    /// <returns>For how long.</returns>
    public TimeSpan Failed(SendResult.Later later, AlertMessage message, double chance, Moment now)
    {
        Failures++;
        if (later.InDoubt)
        {
            Doubt(message.Numbers);
        }

        var wait = later.After is { } asked ? RetryWait.Asked(asked, chance) : RetryWait.After(Failures, chance);
        Hold(wait, now);
        return wait;
    }

    /// <summary>Only a person can mend the channel; it is tried again now and then.</summary>
    public void Broken(Moment now)
    {
        Failures++;
        Hold(BrokenFor, now);
    }

    /// <summary>These are not told any more.</summary>
    public void Remove(IReadOnlyList<Alert> alerts)
    {
        if (alerts.Count == 0)
        {
            return;
        }

        var numbers = alerts.Select(alert => alert.Number).ToHashSet();
        _pending.RemoveAll(alert => numbers.Contains(alert.Number));
        _inDoubt.ExceptWith(numbers);
    }

    // How long an alert must still wait for a reason of its own.
    private TimeSpan Rest(Alert alert, Moment now)
    {
        var quiet = Rules.Quiet is { } hours && alert.Level < AlertLevel.Critical
            ? hours.Left(now.Wall)
            : TimeSpan.Zero;

        // Told in the future: the clock was set back, and nobody knows how long ago it really was.
        var repeat = !alert.Topic.IsChange && _told.TryGetValue(alert.Topic, out var told) && told <= now.Wall
            ? told + Rules.RepeatAfter - now.Wall
            : TimeSpan.Zero;
        return quiet > repeat ? quiet : repeat;
    }

    private void Forget(Moment now)
    {
        foreach (var (topic, at) in _told)
        {
            if (now.Wall - at >= Rules.RepeatAfter)
            {
                _told.Remove(topic);
            }
        }
    }
}
