using Kobe.Core.Schedules;
using Kobe.Tests.Schedules;

namespace Kobe.Tests.EveryRow;

/// <summary>Which test runs which rows of the shipped schedule: all of them together.</summary>
internal static class RowsOf
{
    /// <summary>What looks at the brain's own work and keeps its files.</summary>
    public static IReadOnlyList<ScheduledTask> Watch { get; } = Of("monitoring", "maintenance");

    /// <summary>What works with the market.</summary>
    public static IReadOnlyList<ScheduledTask> Desk { get; } = Of("marketdata", "trading", "research", "learning");

    /// <summary>Whether a row works on what was, not on what is: at another time of the week it finds the same.</summary>
    public static bool IsStudy(ScheduledTask row) => row.Run.Split('.')[0] is "research" or "learning";

    private static ScheduledTask[] Of(params string[] plugins) =>
        [.. Shipped.Schedule.Tasks.Where(task => plugins.Contains(task.Run.Split('.')[0]))];
}
