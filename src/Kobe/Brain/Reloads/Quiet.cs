namespace Kobe.Brain.Reloads;

/// <summary>Turns a burst of changes into one call, when it has been quiet for a moment.</summary>
/// <remarks>Whoever copies a folder makes many changes in a row; between two of them it is half a folder.</remarks>
internal sealed class Quiet : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    // Something that changes all the time is looked at all the same.
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(2);

    private readonly object gate = new();
    private readonly TimeProvider time;
    private readonly Action look;
    private readonly Thread thread;
    private long first;
    private long last;
    private bool changed;
    private bool closing;

    /// <summary>Begins to wait.</summary>
    /// <param name="look">Called on a thread of this one's own; never twice at once.</param>
    /// <param name="time">The clock.</param>
    public Quiet(Action look, TimeProvider time)
    {
        this.look = look;
        this.time = time;
        thread = new(Run) { IsBackground = true, Name = "kobe reload" };
        thread.Start();
    }

    /// <summary>Something changed.</summary>
    public void Touch()
    {
        lock (gate)
        {
            last = time.GetTimestamp();
            first = changed ? first : last;
            changed = true;
            Monitor.Pulse(gate);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            closing = true;
            Monitor.Pulse(gate);
        }

        // What it does meanwhile changes nothing any more: the loop is over.
        thread.Join(EndMax);
    }

    private void Run()
    {
        while (Wait())
        {
            look();
        }
    }

    private bool Wait()
    {
        lock (gate)
        {
            while (!closing)
            {
                var left = changed ? Left() : Timeout.InfiniteTimeSpan;
                if (changed && left <= TimeSpan.Zero)
                {
                    changed = false;
                    return true;
                }

                Monitor.Wait(gate, left);
            }

            return false;
        }
    }

    private TimeSpan Left()
    {
        var quiet = Pause - time.GetElapsedTime(last);
        var whole = WaitMax - time.GetElapsedTime(first);
        return quiet < whole ? quiet : whole;
    }
}
