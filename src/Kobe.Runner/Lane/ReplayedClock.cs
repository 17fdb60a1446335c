namespace Kobe.Runner.Lane;

/// <summary>The clock of a replayed attempt: it stands while the handler works, and is at the end of a wait the moment
/// that the handler does nothing but wait.</summary>
/// <remarks>
/// A timer fires when its time has come by the machine's clock, as always, or earlier: when a delay is pending and
/// nothing here does any work, the earliest timer fires and the clock shows its time. What only bounds other work (a
/// token with a time limit, <c>WaitAsync</c>) makes nothing go on: it fires in the machine's time, or in its turn
/// when a delay behind it does. The token is cancelled when the clock passes the attempt's deadline; past the instant
/// at which the brain would have killed the process nothing fires any more, and the brain is told. A delay that is
/// raced against real work may win early; that is what a token with a time limit is for.
/// </remarks>
internal sealed class ReplayedClock : TimeProvider, IDisposable
{
    // Nothing tells that a thread has begun to wait: while a delay is pending it is looked for this often.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(1);

    private readonly object gate = new();
    private readonly List<ReplayedTimer> pending = [];
    private readonly Thread lane = Thread.CurrentThread;

    // Threads of the pool that an earlier handler left blocked are none of this one's work.
    private readonly int free = FreeThreads();
    private readonly TimeProvider machine;
    private readonly long killAt;
    private readonly Action overran;
    private Thread? watch;
    private long now;
    private long made;
    private bool closed;
    private volatile Task? work;

    /// <summary>Starts to stand at an instant; call it on the thread that runs the handler.</summary>
    /// <param name="order">The attempt, with its time.</param>
    /// <param name="machine">The machine's clock.</param>
    /// <param name="cancel">Called when the deadline has passed.</param>
    /// <param name="overran">Called when the handler waits beyond its kill.</param>
    public ReplayedClock(AttemptOrder order, TimeProvider machine, Action cancel, Action overran)
    {
        this.machine = machine;
        this.overran = overran;
        now = order.Now!.Value.UtcTicks;
        killAt = (order.KillAt ?? order.Deadline).UtcTicks;
        pending.Add(new(this, _ => cancel(), null)
        {
            Due = order.Deadline.UtcTicks, RealDue = long.MaxValue, BoundsOnly = true,
        });
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref now), TimeSpan.Zero);

    public override long GetTimestamp() => Volatile.Read(ref now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ReplayedTimer(this, callback, state) { BoundsOnly = ReplayedTimer.Bounds(state) };
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>What the handler does; once it is done nothing waits any more.</summary>
    public void Follow(Task task) => work = task;

    /// <summary>The attempt is over: nothing fires any more.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            pending.Clear();
            Monitor.Pulse(gate);
        }
    }

    internal bool Set(ReplayedTimer timer, TimeSpan due, TimeSpan period)
    {
        lock (gate)
        {
            pending.Remove(timer);
            timer.Period = period;
            if (closed || due < TimeSpan.Zero)
            {
                return !closed;
            }

            timer.Due = now + due.Ticks;
            timer.RealDue = machine.GetTimestamp()
                + (long)(due.TotalSeconds * machine.TimestampFrequency);
            Add(timer);
            if (watch is null)
            {
                watch = new(Watch) { IsBackground = true, Name = "replayed clock" };
                watch.Start();
            }

            Monitor.Pulse(gate);
            return true;
        }
    }

    internal void Remove(ReplayedTimer timer)
    {
        lock (gate)
        {
            pending.Remove(timer);
        }
    }

    // In the order of their times, and those of one time in the order in which they were set.
    private void Add(ReplayedTimer timer)
    {
        timer.Number = ++made;
        var at = pending.Count;
        while (at > 0 && pending[at - 1].Due > timer.Due)
        {
            at--;
        }

        pending.Insert(at, timer);
    }

    private void Watch()
    {
        lock (gate)
        {
            while (!closed)
            {
                // One after the other: what is due before comes before.
                if ((HasDelay && IsStill()) || FirstReal() <= machine.GetTimestamp())
                {
                    FireFirst();
                }
                else if (!closed)
                {
                    Monitor.Wait(gate, Pause());
                }
            }
        }
    }

    private bool HasDelay => pending.Exists(timer => !timer.BoundsOnly);

    private TimeSpan Pause()
    {
        if (HasDelay || FirstReal() is not (< long.MaxValue and var real))
        {
            return HasDelay ? LookAgain : Timeout.InfiniteTimeSpan;
        }

        var left = machine.GetElapsedTime(machine.GetTimestamp(), real);
        return left > LookAgain ? left : LookAgain;
    }

    // The next that fires in the machine's time, whatever the handler does.
    private long FirstReal() => pending.Count == 0 ? long.MaxValue : pending.Min(timer => timer.RealDue);

    // Without the lock, or a thread that waits for it would look as if it did nothing. What was set meanwhile counts.
    private bool IsStill()
    {
        var before = made;
        Monitor.Exit(gate);
        try
        {
            // Twice: what was just handed from one thread to another may not have been taken up yet.
            if (!Waits() || !Yield() || !Waits())
            {
                return false;
            }
        }
        finally
        {
            Monitor.Enter(gate);
        }

        return !closed && made == before && HasDelay;
    }

    private static int FreeThreads()
    {
        ThreadPool.GetAvailableThreads(out var free, out _);
        return free;
    }

    private static bool Yield()
    {
        _ = Thread.Yield();
        return true;
    }

    private bool Waits()
    {
        var isBlocked = (lane.ThreadState & ThreadState.WaitSleepJoin) != 0;
        return isBlocked && work is not { IsCompleted: true } && ThreadPool.PendingWorkItemCount == 0
            && FreeThreads() >= free;
    }

    private void FireFirst()
    {
        var first = pending[0];
        if (first.Due > killAt)
        {
            closed = true;
            pending.Clear();
            overran();
            return;
        }

        Fire(first);
    }

    private void Fire(ReplayedTimer timer)
    {
        pending.Remove(timer);
        Volatile.Write(ref now, Math.Max(now, timer.Due));
        if (timer.Period > TimeSpan.Zero)
        {
            timer.Due += timer.Period.Ticks;
            timer.RealDue += (long)(timer.Period.TotalSeconds * machine.TimestampFrequency);
            Add(timer);
        }

        // On the pool, where timers always call: this thread must go on, whatever the handler does there.
        ThreadPool.UnsafeQueueUserWorkItem(static it => it.Call(), timer, preferLocal: false);
    }
}
