using System.Globalization;

namespace Kobe.Brain.Faults;

/// <summary>A clock that shows another time than it is and runs on from there, so that a test need not wait for a
/// time of day. For tests only.</summary>
internal sealed class PretendedTime(DateTimeOffset start) : TimeProvider
{
    /// <summary>The variable that holds what time it is as the program starts, such as
    /// <c>2026-11-20T14:35:00Z</c>.</summary>
    public const string Variable = "KOBE_TEST_CLOCK";

    private readonly long _began = System.GetTimestamp();

    /// <summary>The machine's time, unless the environment pretends another.</summary>
    public static TimeProvider OrTheMachines() =>
        Environment.GetEnvironmentVariable(Variable) is { } text && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start)
            ? new PretendedTime(start)
            : System;

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_began);
}
