using System.Runtime.CompilerServices;
using Kobe.Core.Markets;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning;

/// <summary>
/// All occurrences of a schedule in due order; dates that were asked for are kept for the next question.
/// </summary>
/// <remarks>
/// Not for several threads; making one costs next to nothing. Ties are in the order of the task ids. Disabled rows are
/// included: their occurrences are planned and end disabled. Rows with <c>whenever</c> and <c>on_start</c> have none.
/// </remarks>
public sealed class Timeline
{
    // The dates around now and those ahead that a look forward passes through.
    private const int Kept = 8;

    // Zones lie within 14 hours of UTC, so the occurrences of a date fall due on its UTC date or a neighbour.
    private const int Reach = 1;

    // How far Next looks ahead: rows that fall due once a year are found, and an empty schedule costs little.
    private const int DaysAheadMax = 400;

    private readonly Expander _expander;
    private readonly int[] _pairs;
    private readonly DateOnly[] _once;
    private readonly (DateOnly Date, OccurrenceList? List)[] _dates = new (DateOnly, OccurrenceList?)[Kept];
    private readonly (DateOnly Date, OccurrenceList? List)[] _due = new (DateOnly, OccurrenceList?)[Kept];
    private readonly OccurrenceList _gathered = new();
    private readonly DueOrder _order = new();

    // What is due first after any instant in [From, Before): its date and place there, or none where At is below zero.
    private (long From, long Before, DateOnly Date, int At) _known = (1, 0, default, -1);

    /// <summary>A timeline; nothing is expanded yet.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="calendars">The calendars that it names.</param>
    public Timeline(Schedule schedule, CalendarSet calendars)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        Schedule = schedule;
        _expander = new(calendars);
        _pairs = new int[schedule.Tasks.Count];
        _once = new DateOnly[schedule.Tasks.Count];
        for (var i = 0; i < _pairs.Length; i++)
        {
            _once[i] = schedule.Tasks[i].Trigger is Trigger.Once once ? once.Date : default;
            _pairs[i] = _expander.Frames.PairOf(schedule.Tasks[i].Zone, schedule.Tasks[i].Calendar);
        }
    }

    /// <summary>The schedule.</summary>
    public Schedule Schedule { get; }

    /// <summary>The occurrences whose key has a date, in due order.</summary>
    /// <param name="date">The date.</param>
    public IReadOnlyList<Occurrence> On(DateOnly date) => Expanded(date).Span.ToArray();

    /// <summary>What falls due in (from, to], in due order; made as it is read.</summary>
    /// <param name="from">The instant after which it begins.</param>
    /// <param name="to">The last instant.</param>
    public IEnumerable<Occurrence> Between(DateTimeOffset from, DateTimeOffset to)
    {
        for (var date = UtcDate(from); date <= UtcDate(to); date = date.AddDays(1))
        {
            var end = DueOrder.FirstAfter(DueOn(date), to.UtcTicks);
            for (var at = DueOrder.FirstAfter(DueOn(date), from.UtcTicks); at < end; at++)
            {
                // Asked for each time: while the reader had it, the list may have been used for another date.
                yield return DueOn(date)[at];
            }
        }
    }

    /// <summary>What falls due on one UTC date in (from, to], in due order.</summary>
    /// <remarks>Valid until another date is asked for: the lists are used again.</remarks>
    /// <param name="date">The UTC date.</param>
    /// <param name="from">The instant after which it begins.</param>
    /// <param name="to">The last instant.</param>
    public ReadOnlySpan<Occurrence> DueOn(DateOnly date, DateTimeOffset from, DateTimeOffset to)
    {
        var due = DueOn(date);
        var (first, last) = (from.UtcTicks, to.UtcTicks);
        var start = IsKnown(first) && _known.At >= 0 && _known.Date == date
            ? _known.At
            : DueOrder.FirstAfter(due, first);

        // Whoever asks for them looks at each: to step past them costs less than to search for their end.
        var end = start;
        while (end < due.Count && due[end].DueTicks <= last)
        {
            end++;
        }

        return due.Slice(start, end - start);
    }

    /// <summary>The UTC date of an instant, within what calendars know.</summary>
    /// <param name="instant">The instant.</param>
    public static DateOnly UtcDate(DateTimeOffset instant) =>
        Clamp(DateOnly.FromDateTime(instant.UtcDateTime), 0);

    /// <summary>The first occurrence after an instant, whatever its presence.</summary>
    /// <param name="after">The instant.</param>
    /// <returns>Null when nothing falls due within 400 days, or before the calendars end.</returns>
    public Occurrence? Next(DateTimeOffset after)
    {
        Know(after.UtcTicks);
        return _known.At < 0 ? null : DueOn(_known.Date)[_known.At];
    }

    /// <summary>When the first occurrence after an instant falls due (UTC); null where <see cref="Next"/> is.</summary>
    /// <param name="after">The instant.</param>
    public DateTimeOffset? NextDue(DateTimeOffset after)
    {
        Know(after.UtcTicks);
        return _known.At < 0 ? null : UtcTicks.ToInstant(_known.Before);
    }

    /// <summary>When a row falls due next, closings and coalesced slots left out; null when not within some days.
    /// </summary>
    /// <param name="task">A row, of this schedule or of another.</param>
    /// <param name="after">The instant (UTC) after which.</param>
    /// <param name="days">How many days ahead to look.</param>
    public DateTimeOffset? NextOf(ScheduledTask task, DateTimeOffset after, int days)
    {
        ArgumentNullException.ThrowIfNull(task);
        var pair = _expander.Frames.PairOf(task.Zone, task.Calendar);
        var first = Clamp(UtcDate(after), -Reach);
        for (var date = first; date <= Clamp(first, days + Reach); date = date.AddDays(1))
        {
            _gathered.Clear();
            _expander.Add(task, pair, date, _gathered);
            foreach (ref readonly var occurrence in _gathered.Span)
            {
                if (occurrence.Due > after && occurrence.Presence == Presence.Live)
                {
                    return occurrence.Due;
                }
            }
        }

        return null;
    }

    // All that falls due on a UTC date, in due order.
    private OccurrenceList DueOn(DateOnly date)
    {
        ref var kept = ref _due[date.DayNumber % Kept];
        if (kept.List is null || kept.Date != date)
        {
            // They are in the lists of this date and of those beside it.
            var last = (date.DayNumber * TimeSpan.TicksPerDay) - 1;
            var merge = new DateMerge(
                Expanded(date.AddDays(-Reach)), Expanded(date), Expanded(date.AddDays(Reach)),
                last, last + TimeSpan.TicksPerDay);
            var list = kept.List ?? new OccurrenceList();
            list.Clear();
            list.Reserve(merge.Count);
            while (merge.TryTake(out var next))
            {
                list.Add(next);
            }

            kept = (date, list);
        }

        return kept.List;
    }

    // The answer is the same until it falls due; that there is none is asked again a day later.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Know(long after)
    {
        if (!IsKnown(after))
        {
            Find(after);
        }
    }

    private bool IsKnown(long after) => after >= _known.From && after < _known.Before;

    private void Find(long after)
    {
        var first = UtcDate(UtcTicks.ToInstant(after));
        var last = Clamp(first, DaysAheadMax);
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            var due = DueOn(date);
            var at = DueOrder.FirstAfter(due, after);
            if (at < due.Count)
            {
                _known = (after, due[at].DueTicks, date, at);
                return;
            }
        }

        _known = (after, after + TimeSpan.TicksPerDay, default, -1);
    }

    private OccurrenceList Expanded(DateOnly date)
    {
        ref var kept = ref _dates[date.DayNumber % Kept];
        if (kept.List is null || kept.Date != date)
        {
            _gathered.Clear();
            var tasks = Schedule.Tasks;
            for (var i = 0; i < _pairs.Length; i++)
            {
                // To look a year ahead past thousands of single instants must not take a tenth of a second.
                if (_once[i] == default || _once[i] == date)
                {
                    _expander.Add(tasks[i], _pairs[i], date, _gathered);
                }
            }

            var list = kept.List ?? new OccurrenceList();
            _order.Sort(_gathered, list);
            kept = (date, list);
        }

        return kept.List;
    }

    // The last date's evening in New York is the first hours of a UTC date that calendars don't know.
    private static DateOnly Clamp(DateOnly date, int days)
    {
        var first = ExchangeCalendar.FirstDate.DayNumber - Reach;
        var last = ExchangeCalendar.LastDate.DayNumber + Reach;
        return DateOnly.FromDayNumber(Math.Clamp(date.DayNumber + days, first, last));
    }
}
