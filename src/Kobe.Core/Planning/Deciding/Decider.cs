using System.Runtime.CompilerServices;
using Kobe.Core.Markets;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;
using Kobe.Core.Text;

namespace Kobe.Core.Planning.Deciding;

/// <summary>Decides each occurrence with one reason: the first rule that matches wins.</summary>
/// <remarks>Source: semantics, "From due to decided". Rules 6 to 9 need the queue and are applied where it
/// is.</remarks>
public static class Decider
{
    /// <summary>Rules 1 to 5: what ends an occurrence when it is planned.</summary>
    /// <param name="occurrence">The occurrence.</param>
    /// <param name="context">All that may be looked at.</param>
    /// <returns>Queue when none of them does. Market filters are asked at the instant it fell due.</returns>
    public static Decision AtPlanning(in Occurrence occurrence, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var task = occurrence.Task;
        if (WhyDisabled(task, context.Ledger) is { } disabled)
        {
            return Decision.End(FinalState.Disabled, disabled);
        }

        if (occurrence.Presence == Presence.Coalesced)
        {
            return Decision.End(FinalState.Coalesced, "meets a later slot of its task", occurrence.Into);
        }

        if (occurrence.Presence == Presence.ClosedByCalendar && !context.ForceRun)
        {
            return Decision.End(FinalState.Skipped, "calendar");
        }

        return WhyFiltered(task, occurrence.Due, context) is { } clause
            ? Decision.End(FinalState.Skipped, "filter: " + clause)
            : !context.Available(task) ? Decision.End(FinalState.Skipped, "handler unavailable")
            : WhyForbidden(task, context) is { } forbidden ? Decision.End(FinalState.Skipped, forbidden)
            : context.Now > occurrence.Expires
                ? Decision.End(FinalState.Expired, $"lag {DurationText.FormatWhole(context.Now - occurrence.Due)}")
                : Decision.Queue;
    }

    /// <summary>What ends a waiting occurrence at the moment it would start.</summary>
    /// <param name="run">The waiting run.</param>
    /// <param name="task">Its row.</param>
    /// <param name="needsWait">How long it waited for its needs.</param>
    /// <param name="context">All that may be looked at.</param>
    /// <returns>Queue when it may start. Market filters are asked at the present.</returns>
    public static Decision AtDequeue(Run run, ScheduledTask task, TimeSpan needsWait, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(context);
        var lag = context.Now - run.Due;
        if (run.By is null && WhyDisabled(task, context.Ledger) is { } disabled)
        {
            return Decision.End(FinalState.Disabled, disabled);
        }

        if (context.Now > run.Expires)
        {
            return Decision.End(FinalState.Expired, $"lag {DurationText.FormatWhole(lag)}");
        }

        if (!run.Force && WhyFiltered(task, context.Now, context) is { } clause)
        {
            return Decision.End(FinalState.Skipped, "filter: " + clause);
        }

        if (!context.Available(task))
        {
            return Decision.End(FinalState.Skipped, "handler unavailable");
        }

        if (run.Starts == 0 && WhyEnoughToday(task, run.Key, context.Ledger) is { } enough)
        {
            return Decision.End(FinalState.Skipped, enough);
        }

        return run.Starts == 0 && task.CatchUp.Choice == CatchUpChoice.None && lag - needsWait > task.Grace
            && run.By is null
            ? Decision.End(FinalState.Missed, $"busy: lag {DurationText.FormatWhole(lag)}")
            : Decision.Queue;
    }

    /// <summary>Why a quarantine, pause or the trading state keeps a row from starting; null when nothing
    /// does.</summary>
    /// <param name="task">The row.</param>
    /// <param name="context">All that may be looked at.</param>
    public static string? WhyForbidden(ScheduledTask task, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(context);
        return context.Ledger.MarksOf(task.Id)?.Quarantine is not null ? "quarantined"
            : Gate.WhyClosed(task, context.Gate);
    }

    /// <summary>Why phase, mode, season or facts keep a row from running at an instant; null when nothing
    /// does.</summary>
    /// <param name="task">The row.</param>
    /// <param name="at">The instant (UTC) at which the market is asked about; facts are always the present
    /// ones.</param>
    /// <param name="context">All that may be looked at.</param>
    public static string? WhyFiltered(ScheduledTask task, DateTimeOffset at, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(context);
        return (context.ForceRun ? null : WhyMarketSaysNo(task, at, context.Calendars))
            ?? (task.HasConditions ? FactFilter.WhyNot(task, context.Ledger) : null);
    }

    /// <summary>Whether phase, mode, season and facts let a row run at an instant; like <see cref="WhyFiltered"/>,
    /// but without words for it.</summary>
    /// <param name="task">The row.</param>
    /// <param name="at">The instant (UTC) at which the market is asked about.</param>
    /// <param name="context">All that may be looked at.</param>
    public static bool PassesFilters(ScheduledTask task, DateTimeOffset at, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(context);
        if (!context.ForceRun && MarketFor(task, context.Calendars) is { } clock)
        {
            var day = clock.DayAt(at);
            if (!MarketFilter.Lets(task, day, day.SpanAt(at)))
            {
                return false;
            }
        }

        return !task.HasConditions || FactFilter.Holds(task, context.Ledger);
    }

    /// <summary>Why a row has run often enough on a date; null when it has not.</summary>
    /// <param name="task">The row.</param>
    /// <param name="key">The occurrence that would start.</param>
    /// <param name="ledger">What has happened.</param>
    public static string? WhyEnoughToday(ScheduledTask task, OccurrenceKey key, Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(ledger);
        return task.OncePerDay && ledger.ClaimOf(task.Id, key.Date) is { } claim && claim != key
            ? $"once-per-day: {claim} ran"
            : task.MaxPerDay is { } max && ledger.StartedOf(task.Id, key.Date) >= max
                ? $"max-per-day: {max} have run"
                : null;
    }

    /// <summary>Who or what has switched a row off; null when it is on.</summary>
    /// <param name="task">The row.</param>
    /// <param name="ledger">What has happened.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static string? WhyDisabled(ScheduledTask task, Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.MarksOf(task.Id)?.Disabled is { } mark ? $"disabled by {mark.By}"
            : task.Enabled ? null
            : "disabled";
    }

    private static string? WhyMarketSaysNo(ScheduledTask task, DateTimeOffset at, CalendarSet calendars)
    {
        if (MarketFor(task, calendars) is not { } clock)
        {
            return null;
        }

        var day = clock.DayAt(at);
        return MarketFilter.WhyNot(task, day, day.SpanAt(at));
    }

    // Null for a row that no market refuses.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static MarketClock? MarketFor(ScheduledTask task, CalendarSet calendars) =>
        MarketFilter.CanRefuse(task) ? calendars.Find(task.Calendar) : null;
}
