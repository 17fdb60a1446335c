using Kobe.Core.Markets.Days;

namespace Kobe.Core.Markets;

/// <summary>One exchange's days from 1990-01-01 to 2100-12-31, made a year at a time when first asked for.</summary>
/// <remarks>Safe to read from several threads: a year is made whole and then published.</remarks>
public sealed class ExchangeCalendar
{
    /// <summary>The first date that a calendar knows.</summary>
    public static readonly DateOnly FirstDate = new(1990, 1, 1);

    /// <summary>The last date that a calendar knows.</summary>
    public static readonly DateOnly LastDate = new(2100, 12, 31);

    private readonly TradingDay[]?[] _years = new TradingDay[LastDate.Year - FirstDate.Year + 1][];

    /// <summary>A calendar by its rules. Nothing is computed yet.</summary>
    /// <param name="rules">The exchange's rules; see <see cref="BuiltInCalendars"/>.</param>
    public ExchangeCalendar(CalendarRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rules = rules;
    }

    /// <summary>What the days are made from.</summary>
    public CalendarRules Rules { get; }

    /// <summary>The name by which the schedule calls it.</summary>
    public string Name => Rules.Name;

    /// <summary>The zone whose civil dates these are.</summary>
    public TimeZoneInfo Zone => Rules.Zone;

    /// <summary>Whether a date lies in the range that calendars know.</summary>
    /// <param name="date">Any date.</param>
    public static bool Covers(DateOnly date) => date >= FirstDate && date <= LastDate;

    /// <summary>The civil date of an instant in the calendar's zone.</summary>
    /// <param name="instant">Any instant.</param>
    public DateOnly DateOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The day: its session, or why there is none.</summary>
    /// <param name="date">A civil date in the calendar's zone, 1990–2100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside 1990–2100.</exception>
    public TradingDay On(DateOnly date)
    {
        if (!Covers(date))
        {
            throw new ArgumentOutOfRangeException(
                nameof(date), date, "Calendars know the days from 1990-01-01 to 2100-12-31.");
        }

        return Year(date.Year)[date.DayOfYear - 1];
    }

    /// <summary>The first day with a session after a date; null past the end of the calendar.</summary>
    /// <param name="after">A date; the answer is strictly later.</param>
    public TradingDay? NextSession(DateOnly after)
    {
        for (var date = after < FirstDate ? FirstDate : after.AddDays(1); date <= LastDate; date = date.AddDays(1))
        {
            if (On(date) is { Session: not null } day)
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>The last day with a session before a date; null before the start of the calendar.</summary>
    /// <param name="before">A date; the answer is strictly earlier.</param>
    public TradingDay? PreviousSession(DateOnly before)
    {
        for (var date = before > LastDate ? LastDate : before.AddDays(-1); date >= FirstDate; date = date.AddDays(-1))
        {
            if (On(date) is { Session: not null } day)
            {
                return day;
            }
        }

        return null;
    }

    private TradingDay[] Year(int year)
    {
        ref var slot = ref _years[year - FirstDate.Year];
        var days = Volatile.Read(ref slot);
        if (days is null)
        {
            days = YearOfDays.Make(Rules, year);
            Volatile.Write(ref slot, days);
        }

        return days;
    }
}
