using Kobe.Core.Planning.Deciding;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning.Forecasting;

/// <summary>Why a row runs or doesn't, and where its settings come from.</summary>
/// <param name="Task">The row.</param>
/// <param name="Settings">Every setting with its effective value and origin.</param>
/// <param name="Next">The next occurrences that will run.</param>
/// <param name="Previous">The last that ran or would have run, the latest first.</param>
/// <param name="Runs">Whether it would run if it fell due at the instant.</param>
/// <param name="Reason">The one clause that decides that.</param>
/// <param name="Switches">What variables of the environment decide, in sentences.</param>
/// <param name="Open">Its runs that have not ended, by due time.</param>
public sealed record Explanation(
    ScheduledTask Task,
    IReadOnlyList<TaskSetting> Settings,
    IReadOnlyList<Forecast> Next,
    IReadOnlyList<Forecast> Previous,
    bool Runs,
    string Reason,
    IReadOnlyList<string> Switches,
    IReadOnlyList<Run> Open)
{
    // As many as show a rhythm.
    private const int Shown = 3;

    /// <summary>Explains a row at an instant.</summary>
    /// <param name="task">The row.</param>
    /// <param name="now">The instant.</param>
    /// <param name="context">What may be looked at; its time does not count.</param>
    public static Explanation Of(ScheduledTask task, DateTimeOffset now, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(context);
        var neighbours = new Neighbours(context);
        var settings = TaskSettings.Of(task);
        var forecast = Forecaster.Of(AtOnce(task, now, context), context);
        var reason = forecast.Runs
            ? WhyNotToday(task, now, context) ?? WhyNotNow(task, forecast.Occurrence.Key, now, context.Ledger)
            : forecast.Reason;
        return new(
            task, settings, neighbours.Next(task, now, Shown), neighbours.Previous(task, now, Shown), reason is null,
            reason ?? WhyItRuns(task, forecast), SwitchesOf(settings),
            [.. context.Ledger.Open().Where(run => run.Key.Task == task.Id)]);
    }

    // With a journal the facts and the ends of other tasks are known as they stand now.
    private static string? WhyNotNow(ScheduledTask task, OccurrenceKey key, DateTimeOffset now, Ledger ledger)
    {
        if (ledger.Seq == 0)
        {
            return null;
        }

        var required = Requirement.Of(task, key, now, ledger, now);
        return FactFilter.WhyNot(task, ledger) is { } clause ? "filter: " + clause
            : required.Why(now);
    }

    // As if it fell due this instant: the rules after that are the plan's own.
    private static Occurrence AtOnce(ScheduledTask task, DateTimeOffset now, DecisionContext context) =>
        Expansion.Unplanned(task, "/manual-explain", now, context.Calendars);

    private static string? WhyNotToday(ScheduledTask task, DateTimeOffset now, DecisionContext context)
    {
        if (task.Trigger is Trigger.Whenever or Trigger.OnStart)
        {
            return null;
        }

        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, task.Zone).DateTime);
        if (Expansion.WhyNone(task, date, context.Calendars) is { } absence)
        {
            return absence.Reason;
        }

        string? reason = null;
        foreach (var occurrence in Expansion.Of(task, date, context.Calendars))
        {
            if (occurrence.Presence == Presence.Live)
            {
                return null;
            }

            reason = Forecaster.Of(occurrence, context).Reason;
        }

        return reason;
    }

    private static string WhyItRuns(ScheduledTask task, Forecast forecast) =>
        $"{task.Trigger}, on {task.On}" + (forecast.Reason == "due" ? "" : forecast.Reason["due".Length..]);

    private static List<string> SwitchesOf(IReadOnlyList<TaskSetting> settings)
    {
        const string FromEnvironment = "environment ";
        var switches = new List<string>();
        foreach (var setting in settings)
        {
            if (setting.From.StartsWith(FromEnvironment, StringComparison.Ordinal))
            {
                switches.Add($"{setting.From[FromEnvironment.Length..]} decides {setting.Name}: {setting.Value}.");
            }
        }

        return switches;
    }
}
