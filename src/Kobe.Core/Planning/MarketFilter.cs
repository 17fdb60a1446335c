using System.Runtime.CompilerServices;
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
    /// <summary>Whether there is a market that would keep a row from starting; for most rows there is none, and no
    /// market need be looked at.</summary>
    /// <param name="task">The row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CanRefuse(ScheduledTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.Phases != PhaseSet.All || task.Modes != ModeSet.All || task.Seasons != Season.NONE
            || task.Kind == TaskKind.Entry;
    }

    /// <summary>Whether all of them let a row start.</summary>
    /// <param name="task">The row.</param>
    /// <param name="day">The date of its calendar.</param>
    /// <param name="span">The stretch of the date.</param>
    public static bool Lets(ScheduledTask task, MarketDay day, PhaseSpan span)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(span);
        return task.Phases.Contains(span.Phase) && task.Modes.Contains(span.Mode) && HasSeason(task, day)
            && LetsEnter(task, span);
    }

    /// <summary>The clause that keeps a row from starting; null when none does.</summary>
    /// <param name="task">The row.</param>
    /// <param name="day">The date of its calendar.</param>
    /// <param name="span">The stretch of the date.</param>
    public static string? WhyNot(ScheduledTask task, MarketDay day, PhaseSpan span) =>
        Lets(task, day, span) ? null
            : !task.Phases.Contains(span.Phase)
                ? $"phase is {span.Phase.ToString()}, not {task.Phases.ToString()}"
            : !task.Modes.Contains(span.Mode)
                ? $"mode is {PhaseTable.FilterMode(span.Mode).ToString()}, not {task.Modes.ToString()}"
            : !HasSeason(task, day) ? $"season is {day.Seasons.ToString()}, not {task.Seasons.ToString()}"
            : span.Entries == EntryPolicy.Named
                ? $"entries run in {span.Phase.ToString()} only when the row lists it"
                : $"entries are closed in {span.Phase.ToString()}";

    private static bool HasSeason(ScheduledTask task, MarketDay day) =>
        task.Seasons == Season.NONE || (task.Seasons & day.Seasons) != 0;

    private static bool LetsEnter(ScheduledTask task, PhaseSpan span) => task.Kind != TaskKind.Entry
        || span.Entries == EntryPolicy.Free
        || (span.Entries == EntryPolicy.Named && task.PhasesNamed.Contains(span.Phase));
}
