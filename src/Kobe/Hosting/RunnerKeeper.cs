namespace Kobe.Hosting;

/// <summary>Starts runners whenever one is wanted, on a thread of its own: starting a process takes
/// milliseconds.</summary>
internal sealed class RunnerKeeper : IDisposable
{
    private static readonly TimeSpan PauseMin = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(30);

    private readonly Func<bool> wanted;
    private readonly Action start;
    private readonly AutoResetEvent wake = new(true);
    private readonly ManualResetEvent closing = new(false);
    private readonly Thread thread;
    private volatile int failures;

    /// <summary>Begins to keep.</summary>
    /// <param name="wanted">Whether one more is wanted now.</param>
    /// <param name="start">Starts one; reports a failure through <see cref="Failed"/>.</param>
    public RunnerKeeper(Func<bool> wanted, Action start)
    {
        this.wanted = wanted;
        this.start = start;
        thread = new(Keep) { IsBackground = true, Name = "runner keeper" };
    }

    public void Begin() => thread.Start();

    /// <summary>Something changed: look again.</summary>
    public void Wake() => wake.Set();

    /// <summary>A runner has loaded its plugins.</summary>
    public void Succeeded() => failures = 0;

    /// <summary>A runner didn't come up: the next try comes after a pause that doubles.</summary>
    public void Failed() => failures++;

    public void Dispose()
    {
        closing.Set();
        if (thread.ThreadState.HasFlag(ThreadState.Unstarted) || thread.Join(PauseMax))
        {
            wake.Dispose();
            closing.Dispose();
        }
    }

    private void Keep()
    {
        WaitHandle[] signals = [closing, wake];
        while (WaitHandle.WaitAny(signals) != 0)
        {
            while (wanted())
            {
                if (closing.WaitOne(Pause()))
                {
                    return;
                }

                start();
            }
        }
    }

    private TimeSpan Pause() =>
        failures == 0 ? TimeSpan.Zero : PauseMin * Math.Min(1 << Math.Min(failures - 1, 16), PauseMax / PauseMin);
}
