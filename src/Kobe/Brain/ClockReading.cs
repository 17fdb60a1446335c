namespace Kobe.Brain;

/// <summary>The clocks at one moment.</summary>
/// <param name="Wall">The wall clock (UTC), which people and time servers may set.</param>
/// <param name="Mono">Time that never jumps and stands still while the machine sleeps.</param>
/// <param name="Boot">The same, but goes on while the machine sleeps.</param>
internal readonly record struct ClockReading(DateTimeOffset Wall, TimeSpan Mono, TimeSpan Boot);
