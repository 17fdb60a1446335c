using Kobe.Core.Schedules;

namespace Kobe.Core.Runs;

/// <summary>What the end of an attempt is judged by.</summary>
/// <param name="Task">The row.</param>
/// <param name="CanReconcile">Whether its handler can be asked what became of an attempt.</param>
/// <param name="NextSlot">When the task falls due next (UTC), or null.</param>
/// <param name="Now">The present (UTC).</param>
public readonly record struct EndSetting(
    ScheduledTask Task, bool CanReconcile, DateTimeOffset? NextSlot, DateTimeOffset Now);
