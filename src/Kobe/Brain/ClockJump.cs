using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>A difference between the clocks.</summary>
/// <param name="Kind">Forward, back, or the machine slept.</param>
/// <param name="By">How far; positive.</param>
/// <param name="From">What the wall clock would have shown, had it not jumped (UTC).</param>
internal readonly record struct ClockJump(ClockStep Kind, TimeSpan By, DateTimeOffset From)
{
    // A larger step is a correction of the clock: what it jumps over is not run late.
    private static readonly TimeSpan LatenessMax = TimeSpan.FromHours(3);

    /// <summary>Whether an instant (UTC) never was, because the clock was set from before it to after it.</summary>
    public bool SkipsOver(DateTimeOffset instant) =>
        Kind == ClockStep.Forward && By > LatenessMax && instant > From && instant <= From + By;
}
