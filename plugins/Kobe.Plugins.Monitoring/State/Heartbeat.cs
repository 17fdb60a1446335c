using System.Text.Json;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.State;

/// <summary>What heartbeat.json says.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Alive">Whether its writer meant to go on.</param>
/// <param name="Pid">The brain's process.</param>
/// <param name="Cycles">Turns of its loop.</param>
/// <param name="Queue">How many occurrences waited.</param>
/// <param name="Overdue">How many of them could have started at once.</param>
/// <param name="LoopAgeMs">For how long the loop had not turned, in milliseconds.</param>
internal sealed record Heartbeat(
    DateTimeOffset At, bool Alive, int Pid, long Cycles, long Queue, long Overdue, long LoopAgeMs)
{
    /// <summary>Reads the heartbeat of a state directory.</summary>
    /// <param name="state">The state directory.</param>
    /// <param name="problem">What is wrong with the file, in a sentence; null when it is whole or missing.</param>
    /// <returns>Null when it is missing or something is wrong with it.</returns>
    public static Heartbeat? Read(string state, out string? problem)
    {
        var path = Path.Combine(state, Places.Heartbeat);
        if (StateFile.Read(path, out problem) is not { } found)
        {
            return null;
        }

        if (found.Instant("timestamp") is not { } at)
        {
            problem = $"{path} tells no time.";
            return null;
        }

        var alive = !found.TryGetProperty("alive", out var word) || word.ValueKind != JsonValueKind.False;
        return new(
            at, alive, (int)Math.Clamp(found.Number("pid"), 0, int.MaxValue), found.Number("cycles"),
            found.Number("queue"), found.Number("overdue"), found.Number("loop_age_ms"));
    }

    /// <summary>How old it is; never negative, for the clock may have gone back.</summary>
    public TimeSpan Age(DateTimeOffset now) => now > At ? now - At : TimeSpan.Zero;
}
