namespace Kobe.Replay;

/// <summary>Holds a replay back to a chosen speed, or not at all.</summary>
/// <param name="speed">Seconds of the replay in a second; null: as fast as it can.</param>
internal sealed class ReplayPace(double? speed)
{
    private readonly object _gate = new();
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private bool _isStopped;

    /// <summary>Waits until the replay's clock may show an instant.</summary>
    /// <param name="mono">That instant, from the replay's start.</param>
    public void Wait(TimeSpan mono)
    {
        if (speed is not { } times)
        {
            return;
        }

        lock (_gate)
        {
            while (!_isStopped)
            {
                var left = (mono / times) - TimeProvider.System.GetElapsedTime(_began);
                if (left < TimeSpan.FromMilliseconds(1))
                {
                    return;
                }

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
}
