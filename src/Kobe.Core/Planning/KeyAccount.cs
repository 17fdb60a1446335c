using Kobe.Core.Markets;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning;

/// <summary>Derives again what fell due, and holds it against what the journal knows.</summary>
/// <remarks>Source: semantics, "Accounting": derived keys that differ from the journalled ones are a breach.</remarks>
public static class KeyAccount
{
    /// <summary>Whether an occurrence that fell due is in the journal: by its key, or counted beyond look_back.
    /// </summary>
    /// <param name="occurrence">The occurrence, derived from the schedule that was in force.</param>
    /// <param name="ledger">What is journalled.</param>
    public static bool Has(in Occurrence occurrence, Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.Find(occurrence.Key) is not null
            || ledger.BulkThrough(occurrence.Task.Id, occurrence.Date) >= occurrence.Due;
    }

    /// <summary>The journalled keys of a task and date that no schedule in force gives.</summary>
    /// <param name="task">The task's id.</param>
    /// <param name="row">Its row in the schedule that was in force; null when there was none.</param>
    /// <param name="date">The date.</param>
    /// <param name="from">Only what fell due after this instant (UTC) was planned by that schedule.</param>
    /// <param name="through">The same up to this one, inclusive.</param>
    /// <param name="calendars">The calendars in force.</param>
    /// <param name="ledger">What is journalled.</param>
    public static IReadOnlyList<OccurrenceKey> Extra(
        string task, ScheduledTask? row, DateOnly date, DateTimeOffset from, DateTimeOffset through,
        CalendarSet calendars, Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        List<OccurrenceKey>? extra = null;
        IReadOnlyList<Occurrence>? derived = null;
        foreach (var run in ledger.RunsOf(task, date))
        {
            if (run.Due <= from || run.Due > through || !IsPlanned(run.Key.Slot, row))
            {
                continue;
            }

            derived ??= row is null ? [] : Expansion.Of(row, date, calendars);
            if (!Contains(derived, run.Key))
            {
                (extra ??= []).Add(run.Key);
            }
        }

        return extra ?? [];
    }

    // What a person triggered, a start or an idle lane is not in any schedule's days; nor are keys of a clock set back.
    private static bool IsPlanned(string slot, ScheduledTask? row) =>
        !slot.StartsWith("/manual-", StringComparison.Ordinal) && !slot.StartsWith("/boot-", StringComparison.Ordinal)
        && !slot.Contains('~', StringComparison.Ordinal)
        && row?.Trigger is not (Trigger.Whenever or Trigger.OnStart);

    private static bool Contains(IReadOnlyList<Occurrence> derived, OccurrenceKey key)
    {
        foreach (var occurrence in derived)
        {
            if (occurrence.Key == key)
            {
                return true;
            }
        }

        return false;
    }
}
