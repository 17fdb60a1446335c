namespace Kobe.Alerts;

/// <summary>Now, by both clocks: ages and quiet hours go by the wall, waits by time that never jumps.</summary>
/// <param name="Wall">The wall clock, UTC.</param>
/// <param name="Mono">Time since the start of the clock, monotonic.</param>
internal readonly record struct Moment(DateTimeOffset Wall, TimeSpan Mono)
{
    public static Moment Of(TimeProvider time) =>
        new(time.GetUtcNow(), time.GetElapsedTime(0));
}
