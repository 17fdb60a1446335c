using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>A difference between the clocks.</summary>
/// <param name="Kind">Forward, back, or the machine slept.</param>
/// <param name="By">How far; positive.</param>
/// <param name="From">What the wall clock would have shown, had it not jumped (UTC).</param>
internal readonly record struct ClockJump(ClockStep Kind, TimeSpan By, DateTimeOffset From);
