using Kobe.Core.Markets;
using Kobe.Core.Planning.Deciding;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning.Forecasting;

/// <summary>Finds the next and previous times at which single rows run, date by date. Not for several
/// threads.</summary>
public sealed class Neighbours
{
    // Rows that fall due once a year are found.
    private const int DaysMax = 400;

    private readonly DecisionContext _context;
    private readonly DecisionContext _blank;
    private readonly Expander _expander;
    private readonly OccurrenceList _found = new();

    /// <summary>For rows of these calendars.</summary>
    /// <param name="context">What may be looked at; its time does not count.</param>
    public Neighbours(DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
        _blank = Forecaster.Blank(context.Calendars);
        _expander = new(context.Calendars);
    }

    /// <summary>The first occurrences after an instant that will run, in due order.</summary>
    /// <param name="task">The row.</param>
    /// <param name="after">The instant.</param>
    /// <param name="count">How many at most.</param>
    /// <returns>Fewer when there are no more within 400 days.</returns>
    public IReadOnlyList<Forecast> Next(ScheduledTask task, DateTimeOffset after, int count)
    {
        ArgumentNullException.ThrowIfNull(task);
        var next = new List<Forecast>();
        if (Forecaster.WhyNever(task, _context) is not null)
        {
            return next;
        }

        var start = DateOf(task, after);
        var last = task.Trigger is Trigger.Once once ? Math.Max(once.Date.DayNumber, start) : start + DaysMax;
        for (var day = task.Trigger is Trigger.Once ? last : start - 1; day <= last && next.Count < count; day++)
        {
            foreach (ref readonly var occurrence in On(task, day).Span)
            {
                if (occurrence.Due > after && next.Count < count)
                {
                    Add(occurrence, next, _context);
                }
            }
        }

        return next;
    }

    /// <summary>The last occurrences up to an instant that ran, or would have by the schedule alone, the latest first.
    /// </summary>
    /// <param name="task">The row.</param>
    /// <param name="until">The instant.</param>
    /// <param name="count">How many at most.</param>
    /// <returns>Fewer when there are no more within 400 days.</returns>
    public IReadOnlyList<Forecast> Previous(ScheduledTask task, DateTimeOffset until, int count)
    {
        ArgumentNullException.ThrowIfNull(task);
        var previous = new List<Forecast>();
        var start = DateOf(task, until) + 1;
        var last = task.Trigger is Trigger.Once once ? Math.Min(once.Date.DayNumber, start) : start;
        var first = task.Trigger is Trigger.Once ? last : start - DaysMax;
        for (var day = last; day >= first && previous.Count < count; day--)
        {
            var occurrences = On(task, day).Span;
            for (var i = occurrences.Length - 1; i >= 0 && previous.Count < count; i--)
            {
                if (occurrences[i].Due <= until)
                {
                    Add(occurrences[i], previous, _blank);
                }
            }
        }

        return previous;
    }

    private static void Add(in Occurrence occurrence, List<Forecast> list, DecisionContext context)
    {
        if (occurrence.Presence == Presence.Live && Forecaster.Of(occurrence, context) is { Runs: true } forecast)
        {
            list.Add(forecast);
        }
    }

    private OccurrenceList On(ScheduledTask task, int day)
    {
        _found.Clear();
        if (day >= ExchangeCalendar.FirstDate.DayNumber && day <= ExchangeCalendar.LastDate.DayNumber)
        {
            _expander.Add(task, _expander.Frames.PairOf(task.Zone, task.Calendar), DateOnly.FromDayNumber(day), _found);
        }

        return _found;
    }

    private static int DateOf(ScheduledTask task, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, task.Zone).DateTime).DayNumber;
}
