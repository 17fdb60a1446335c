using System.Runtime.CompilerServices;
using Kobe.Brain;

namespace Kobe.Simulation;

/// <summary>The three clocks of a machine that exists only in memory; they move when they are told to.</summary>
internal sealed class SimulatedClock(DateTimeOffset wall) : IBrainClock
{
    public DateTimeOffset Wall { get; private set; } = wall;

    public TimeSpan Mono { get; private set; }

    public TimeSpan Boot { get; private set; }

    public ClockReading Read() => new(Wall, Mono, Boot);

    /// <summary>Time passes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Wall += by;
        Mono += by;
        Boot += by;
    }

    /// <summary>The wall clock is set, forward or back.</summary>
    public void Step(TimeSpan by) => Wall += by;

    /// <summary>The machine sleeps.</summary>
    public void Suspend(TimeSpan by)
    {
        Wall += by;
        Boot += by;
    }
}
