using System.Diagnostics;
using System.Globalization;
using Kobe.Files;

namespace Kobe.Brain.Faults;

/// <summary>Kills the brain, as kill -9 would, when it reaches a step for the n-th time. For tests only.</summary>
internal sealed class CrashPoints
{
    /// <summary>The variable that asks for it: <c>ended-written</c>, or <c>ended-written:3</c> for the third time.
    /// </summary>
    public const string Variable = "KOBE_TEST_CRASH_AT";

    private static readonly Dictionary<string, CrashPoint> Names = new(StringComparer.Ordinal)
    {
        ["before-started"] = CrashPoint.BeforeStarted,
        ["started-written"] = CrashPoint.StartedWritten,
        ["started-synced"] = CrashPoint.StartedSynced,
        ["invoked"] = CrashPoint.Invoked,
        ["after-effect"] = CrashPoint.AfterEffect,
        ["ended-written"] = CrashPoint.EndedWritten,
        ["ended-synced"] = CrashPoint.EndedSynced,
    };

    private readonly CrashPoint _point;
    private int _left;

    private CrashPoints(CrashPoint point, int left)
    {
        _point = point;
        _left = left;
    }

    /// <summary>What the environment asks for; null, as always in earnest, when it asks for nothing.</summary>
    /// <exception cref="UserError">There is no such step.</exception>
    public static CrashPoints? Read(IReadOnlyDictionary<string, string> environment)
    {
        if (environment.GetValueOrDefault(Variable) is not { Length: > 0 } text)
        {
            return null;
        }

        var (name, count) = text.Split(':') is [var first, var second] ? (first, second) : (text, "1");
        return Names.TryGetValue(name, out var point)
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var left) && left > 0
            ? new(point, left)
            : throw new UserError(
                $"{Variable}={text} names no step. Write one of {string.Join(", ", Names.Keys)}, or STEP:N.");
    }

    /// <summary>A step is reached. Does not return when it is the one.</summary>
    public void Reach(CrashPoint point)
    {
        if (point == _point && Interlocked.Decrement(ref _left) == 0)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }
    }
}
