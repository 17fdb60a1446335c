using System.Runtime.CompilerServices;
using Kobe.Core.Markets.Events;

namespace Kobe.Core.Markets;

/// <summary>The calendars that a schedule may name, each with its clock.</summary>
public sealed class CalendarSet
{
    /// <summary>The name of the calendar that counts where a row names none.</summary>
    public const string DefaultName = "xnys";

    private readonly MarketClock[] _clocks;

    /// <summary>A set of calendars that share the phase table and the events.</summary>
    /// <param name="calendars">The rules of each; one must be <see cref="DefaultName"/>, and names differ.</param>
    /// <param name="phases">How their days are cut into phases.</param>
    /// <param name="events">What the events file says.</param>
    public CalendarSet(IReadOnlyList<CalendarRules> calendars, PhaseTable phases, EventRules events)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        var days = new ExchangeCalendar[calendars.Count];
        for (var i = 0; i < days.Length; i++)
        {
            days[i] = new ExchangeCalendar(calendars[i]);
        }

        Array.Sort(days, (left, right) => string.CompareOrdinal(left.Name, right.Name));
        var seasons = new SeasonTable(Array.Find(days, calendar => calendar.Name == DefaultName)!, events);
        _clocks = Array.ConvertAll(days, calendar => new MarketClock(calendar, phases, seasons));
    }

    /// <summary>The clocks in the order of their calendars' names.</summary>
    public IReadOnlyList<MarketClock> Clocks => _clocks;

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> Names => Array.ConvertAll(_clocks, clock => clock.Calendar.Name);

    /// <summary>The clock of a calendar, or null when there is none of that name.</summary>
    /// <param name="name">The calendar's name.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MarketClock? Find(string name)
    {
        foreach (var clock in _clocks)
        {
            if (clock.Calendar.Name == name)
            {
                return clock;
            }
        }

        return null;
    }

    /// <summary>The clock of the calendar that counts where none is named.</summary>
    public MarketClock Default => Find(DefaultName)!;
}
