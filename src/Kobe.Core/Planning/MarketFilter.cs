using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning;

/// <summary>Whether the market's phase, mode, seasons and permissions let a row start.</summary>
/// <remarks>
/// SLEEP counts as MAINTENANCE. Where entries are named, an entry must list the phase by its own name.
/// </remarks>
public static class MarketFilter
{
    /// <summary>The clause that keeps a row from starting; null when none does.</summary>
    /// <param name="task">The row.</param>
    /// <param name="day">The date of its calendar.</param>
    /// <param name="span">The stretch of the date.</param>
    public static string? WhyNot(ScheduledTask task, MarketDay day, PhaseSpan span)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(span);
        return !task.Phases.Contains(span.Phase) ? $"phase is {span.Phase.ToString()}, not {task.Phases.ToString()}"
            : !task.Modes.Contains(span.Mode)
                ? $"mode is {PhaseTable.FilterMode(span.Mode).ToString()}, not {task.Modes.ToString()}"
            : task.Seasons != Season.NONE && (task.Seasons & day.Seasons) == 0
                ? $"season is {day.Seasons.ToString()}, not {task.Seasons.ToString()}"
            : task.Kind == TaskKind.Entry ? WhyNoEntry(task, span) : null;
    }

    private static string? WhyNoEntry(ScheduledTask task, PhaseSpan span) => span.Entries switch
    {
        EntryPolicy.Free => null,
        EntryPolicy.Named when task.PhasesNamed.Contains(span.Phase) => null,
        EntryPolicy.Named => $"entries run in {span.Phase.ToString()} only when the row lists it",
        _ => $"entries are closed in {span.Phase.ToString()}",
    };
}
