namespace Kobe.Runner.Lane;

/// <summary>A timer of a <see cref="ReplayedClock"/>, which locks its fields.</summary>
internal sealed class ReplayedTimer(ReplayedClock clock, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? context = ExecutionContext.Capture();

    /// <summary>When it fires, by the replayed clock, in ticks of UTC.</summary>
    public long Due { get; set; }

    /// <summary>When it fires at the latest, by the machine's timestamps.</summary>
    public long RealDue { get; set; }

    public TimeSpan Period { get; set; }

    /// <summary>The order in which timers were set.</summary>
    public long Number { get; set; }

    /// <summary>Whether it only bounds other work, and nothing goes on when it fires.</summary>
    public required bool BoundsOnly { get; init; }

    /// <summary>Whether what a timer was made for only bounds other work: a token's time limit, or that of
    /// <c>Task.WaitAsync</c>, whose type has no public name.</summary>
    public static bool Bounds(object? state) => state is CancellationTokenSource
        || (state is Task && state.GetType().Name.StartsWith("CancellationPromise", StringComparison.Ordinal));

    public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Set(this, dueTime, period);

    public void Call()
    {
        if (context is null)
        {
            callback(state);
        }
        else
        {
            ExecutionContext.Run(context, static it => ((ReplayedTimer)it!).CallBack(), this);
        }
    }

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void CallBack() => callback(state);
}
