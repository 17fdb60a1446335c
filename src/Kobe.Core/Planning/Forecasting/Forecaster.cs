using System.Text;
using Kobe.Core.Markets;
using Kobe.Core.Planning.Deciding;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning.Forecasting;

/// <summary>Asks the decider about occurrences to come. Conditions that only the day can answer are taken as
/// met.</summary>
/// <remarks>
/// Facts and the ends of other tasks are not known beforehand, so <c>when</c>, <c>needs</c> and <c>after</c> are named
/// in the reason and don't decide. A forecast is never late: nothing expires in it. What the journal knows of an
/// occurrence stands above all that.
/// </remarks>
public static class Forecaster
{
    /// <summary>What nothing but schedule and calendar decide: no history, nothing paused, every handler
    /// there.</summary>
    /// <param name="calendars">The calendars.</param>
    public static DecisionContext Blank(CalendarSet calendars) =>
        new(DateTimeOffset.MinValue, calendars, new Ledger(), GateState.Open, ForceRun: false, _ => true);

    /// <summary>The same, with what has happened: what is switched off, paused, in quarantine or claimed.</summary>
    /// <param name="calendars">The calendars.</param>
    /// <param name="ledger">What has happened.</param>
    public static DecisionContext Knowing(CalendarSet calendars, Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var blocked = ledger.ClockBehind ? "clock: entries wait until it passes what was planned" : null;
        var controls = ledger.Controls;
        return Blank(calendars) with
        {
            Ledger = ledger,
            Gate = new(Paused: false, PausedAll: false, controls.Trading, controls.ExitsApproved, blocked),
        };
    }

    /// <summary>Why a row will not run again until a person changes something; null when it will.</summary>
    /// <param name="task">The row.</param>
    /// <param name="context">What may be looked at; its time does not count.</param>
    public static string? WhyNever(ScheduledTask task, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Decider.WhyDisabled(task, context.Ledger)
            ?? (context.Available(task) ? null : "handler unavailable")
            ?? Decider.WhyForbidden(task, context with { Gate = GateAt(DateTimeOffset.MaxValue, context) });
    }

    /// <summary>What will become of one occurrence.</summary>
    /// <param name="occurrence">The occurrence.</param>
    /// <param name="context">What may be looked at; its time does not count.</param>
    public static Forecast Of(in Occurrence occurrence, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var task = occurrence.Task;
        var asked = task.HasConditions ? Unconditional(occurrence) : occurrence;
        var decision = Decider.AtPlanning(asked, At(occurrence.Due, context));
        if (decision.Queues && Decider.WhyEnoughToday(task, occurrence.Key, context.Ledger) is { } enough)
        {
            decision = Decision.End(FinalState.Skipped, enough);
        }

        var clock = context.Calendars.Find(task.Calendar)!;
        var day = clock.DayAt(occurrence.Due);
        var span = day.SpanAt(occurrence.Due);
        var reason = decision.Queues ? Conditions(task)
            : occurrence.Presence == Presence.ClosedByCalendar
                ? $"calendar: {WhyClosed(clock.Calendar.On(occurrence.Date))}"
            : occurrence.Presence == Presence.Coalesced ? $"coalesced into {decision.Into}"
            : decision.Reason!;
        var forecast = new Forecast(occurrence, decision.Queues, decision.State, reason, span.Phase, span.Mode);
        return context.Ledger.Find(occurrence.Key) is { } run ? Known(forecast, run) : forecast;
    }

    /// <summary>All of a date.</summary>
    /// <param name="timeline">The schedule's occurrences.</param>
    /// <param name="date">The date, 1990–2100, of each row's own zone.</param>
    /// <param name="context">What may be looked at; its time does not count.</param>
    /// <param name="absences">Whether to tell of the rows that have none.</param>
    public static DayForecast On(Timeline timeline, DateOnly date, DecisionContext context, bool absences)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(context);
        var forecasts = new List<Forecast>();
        foreach (var occurrence in timeline.On(date))
        {
            forecasts.Add(Of(occurrence, context));
        }

        forecasts.Sort(TotalOrder);
        return new(
            context.Calendars.Default.Calendar.On(date),
            forecasts,
            absences ? Absent(timeline.Schedule.Tasks, date, context.Calendars) : []);
    }

    // What has happened stands above what would have: the reason of an end without a start is the forecast's own as
    // long as that comes to the same.
    private static Forecast Known(Forecast forecast, Run run)
    {
        var isSame = run is { State: RunState.Final, Starts: 0 } && !forecast.Runs && forecast.State == run.Final;
        return forecast with
        {
            Known = run,
            Runs = run.State != RunState.Final || run.Starts > 0,
            State = run.Final,
            Reason = isSame ? forecast.Reason : run.State switch
            {
                RunState.Final => TaskSettings.Word(run.Final),
                RunState.Queued when run.Starts > 0 => "waits to be tried again",
                RunState.Queued => "waits",
                RunState.Running => "runs",
                RunState.Reconciling => "its handler is asked what became of it",
                _ => "held: a person decides",
            },
        };
    }

    private static DecisionContext At(DateTimeOffset due, DecisionContext context)
    {
        var gate = GateAt(due, context);
        return context.Now == DateTimeOffset.MinValue && gate == context.Gate
            ? context
            : context with { Now = DateTimeOffset.MinValue, Gate = gate };
    }

    // A pause that ends by itself keeps nothing from running that falls due later.
    private static GateState GateAt(DateTimeOffset due, DecisionContext context)
    {
        var pause = context.Ledger.Controls.PauseAt(due);
        return pause is null || pause.At > due
            ? context.Gate
            : context.Gate with { Paused = true, PausedAll = pause.All };
    }

    private static List<AbsentTask> Absent(IReadOnlyList<ScheduledTask> tasks, DateOnly date, CalendarSet calendars)
    {
        var absent = new List<AbsentTask>();
        foreach (var task in tasks)
        {
            if (Expansion.WhyNone(task, date, calendars) is { } absence)
            {
                absent.Add(new(task, absence));
            }
        }

        return absent;
    }

    private static Occurrence Unconditional(in Occurrence occurrence) =>
        new(occurrence.Task with { When = [] }, occurrence.Key, occurrence.Due, occurrence.Expires)
        {
            Presence = occurrence.Presence,
            Into = occurrence.Into,
        };

    private static int TotalOrder(Forecast left, Forecast right)
    {
        var (one, other) = (left.Occurrence, right.Occurrence);
        var order = one.Due.UtcTicks.CompareTo(other.Due.UtcTicks);
        order = order != 0 ? order : one.Task.Priority.CompareTo(other.Task.Priority);
        order = order != 0 ? order : one.Expires.UtcTicks.CompareTo(other.Expires.UtcTicks);
        order = order != 0 ? order : string.CompareOrdinal(one.Task.Id, other.Task.Id);
        return order != 0 ? order : string.CompareOrdinal(one.Key.Slot, other.Key.Slot);
    }

    private static string WhyClosed(TradingDay day) =>
        day.Session is null
            ? day.Name ?? "the exchange is closed"
            : $"{day.Name ?? "early close"} leaves its window empty";

    private static string Conditions(ScheduledTask task)
    {
        if (!task.HasConditions && !task.HasRequirements)
        {
            return "due";
        }

        var text = new StringBuilder("due");
        foreach (var condition in task.When)
        {
            text.Append("; when ").Append(condition);
        }

        foreach (var after in task.After)
        {
            text.Append("; after ").Append(after.Task);
        }

        foreach (var need in task.Needs)
        {
            text.Append("; needs ").Append(need);
        }

        return text.ToString();
    }
}
