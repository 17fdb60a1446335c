namespace Kobe.Desk.Tests.Support;

/// <summary>A clock that goes only when a test says so, and whose timers fire when it passes them.</summary>
internal sealed class SimulatedTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = start;
    private TaskCompletionSource _set = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    public void Set(DateTimeOffset now)
    {
        List<Alarm> due;
        lock (_gate)
        {
            _now = now > _now ? now : _now;
            due = _alarms.FindAll(alarm => alarm.Due <= _now);
            _alarms.RemoveAll(due.Contains);
        }

        due.ForEach(alarm => alarm.Fire());
    }

    public void Pass(TimeSpan time) => Set(GetUtcNow() + time);

    /// <summary>Lets time pass as far as the work waits for it, and no further.</summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            Task set;
            DateTimeOffset? next = null;
            lock (_gate)
            {
                next = _alarms.Count == 0 ? null : _alarms.Min(alarm => alarm.Due);
                set = _set.Task;
            }

            if (next is { } instant)
            {
                Set(instant);
            }
            else
            {
                await Task.WhenAny(work, set);
            }
        }

        return await work;
    }

    private void Arm(Alarm alarm, TimeSpan dueTime)
    {
        TaskCompletionSource set;
        lock (_gate)
        {
            _alarms.Remove(alarm);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            alarm.Due = _now + dueTime;
            _alarms.Add(alarm);
            set = _set;
            _set = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        set.SetResult();
    }

    private sealed class Alarm(SimulatedTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Arm(this, dueTime);
            return true;
        }

        public void Dispose() => time.Arm(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
