using Kobe.Logging;

namespace Kobe.Brain.Faults;

/// <summary>Says aloud that a switch is on which only tests should turn.</summary>
internal static class TestSwitches
{
    private static readonly string[] Variables =
        [CrashPoints.Variable, StickingClock.Variable, PretendedTime.Variable];

    public static void Warn(IReadOnlyDictionary<string, string> environment, Log log)
    {
        foreach (var variable in Variables)
        {
            if (environment.GetValueOrDefault(variable) is { Length: > 0 } value)
            {
                log.Warning("brain", $"{variable}={value} is set: this is a test, and the brain will misbehave.");
            }
        }
    }
}
