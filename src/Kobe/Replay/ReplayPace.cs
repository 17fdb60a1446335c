namespace Kobe.Replay;

/// <summary>Holds a replay back to a chosen speed, or not at all.</summary>
/// <param name="steps">How fast it goes from when on; behind the last one as fast as it can.</param>
internal sealed class ReplayPace(IReadOnlyList<PaceStep> steps)
{
    // What a handler really took longer is not made up for by hurrying.
    private static readonly TimeSpan BehindMax = TimeSpan.FromMilliseconds(250);

    private readonly object _gate = new();
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private TimeSpan _target;
    private bool _isStopped;

    /// <summary>Waits until the replay's clock may go on.</summary>
    /// <param name="from">What it shows (UTC).</param>
    /// <param name="by">How far it is to go.</param>
    public void Wait(DateTimeOffset from, TimeSpan by)
    {
        if (steps.Count == 0)
        {
            return;
        }

        var elapsed = TimeProvider.System.GetElapsedTime(_began);
        _target = (elapsed - _target > BehindMax ? elapsed : _target) + RealOf(from, from + by);
        lock (_gate)
        {
            while (!_isStopped && _target - TimeProvider.System.GetElapsedTime(_began) is var left
                && left >= TimeSpan.FromMilliseconds(1))
            {
                Monitor.Wait(_gate, left);
            }
        }
    }

    /// <summary>Ends the wait. From any thread.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
            Monitor.Pulse(_gate);
        }
    }

    private TimeSpan RealOf(DateTimeOffset from, DateTimeOffset to)
    {
        var real = TimeSpan.Zero;
        foreach (var step in steps)
        {
            var end = step.Until < to ? step.Until : to;
            if (end > from)
            {
                real += (end - from) / step.Speed;
                from = end;
            }
        }

        return real;
    }
}
