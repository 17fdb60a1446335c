namespace Kobe.Hosting;

/// <summary>A thread that looks after runners: at once when woken, else when it was told to look again.</summary>
/// <remarks>Starting a process takes milliseconds, which the brain's loop hasn't got.</remarks>
internal sealed class RunnerKeeper
{
    private readonly object gate = new();
    private readonly Func<TimeSpan> look;
    private readonly Thread thread;
    private bool woken;
    private bool closing;

    /// <summary>Begins to keep.</summary>
    /// <param name="look">Does what is due and says how long until it wants to be called again.</param>
    public RunnerKeeper(Func<TimeSpan> look)
    {
        this.look = look;
        thread = new(Keep) { IsBackground = true, Name = "runner keeper" };
    }

    public void Begin() => thread.Start();

    /// <summary>Something changed: look again.</summary>
    public void Wake()
    {
        lock (gate)
        {
            woken = true;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Ends the thread and waits for it.</summary>
    public void End()
    {
        lock (gate)
        {
            closing = true;
            Monitor.Pulse(gate);
        }

        thread.Join();
    }

    private void Keep()
    {
        do
        {
        }
        while (Wait(look()));
    }

    private bool Wait(TimeSpan pause)
    {
        lock (gate)
        {
            if (!woken && !closing)
            {
                Monitor.Wait(gate, pause);
            }

            woken = false;
            return !closing;
        }
    }
}
