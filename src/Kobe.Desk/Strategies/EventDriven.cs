using Kobe.Core.Markets;
using Kobe.Desk.Bars;

namespace Kobe.Desk.Strategies;

/// <summary>Is in the market for the session before a known event and out after it.</summary>
/// <remarks>
/// Assumptions. Shares have risen in the day before the decisions of the Federal Reserve, beyond what their risk
/// explains (Lucca and Moench, The Pre-FOMC Announcement Drift, 2015); it has been weaker since it became known. The
/// events and their times are announced long before, so knowing them is no look-ahead: hand in those that were
/// confirmed. The entry is at the open of the last session that ends before the event's own, the exit at the open after
/// the event.
/// </remarks>
public sealed class EventDriven : IStrategy
{
    private readonly (long Decide, long Event)[] _events;
    private readonly double _stopShare;
    private int _next;

    /// <summary>A strategy around events.</summary>
    /// <param name="events">Their instants, in any order; such as the FOMC decisions of Core's events list.</param>
    /// <param name="calendar">The exchange whose sessions count.</param>
    /// <param name="sessionsAhead">How many whole sessions before that of the event to be in; 1 or more.</param>
    /// <param name="stopShare">How far below the price the stop lies, as a share of it.</param>
    public EventDriven(
        IEnumerable<DateTimeOffset> events, ExchangeCalendar calendar, int sessionsAhead = 1, double stopShare = 0.04)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        _events = [.. events.Order().Select(instant => (DecideAt(instant, calendar, sessionsAhead), instant.UtcTicks))];
        _stopShare = stopShare;
    }

    /// <inheritdoc/>
    public Decision OnBar(in Bar bar, in Holding holding)
    {
        while (_next < _events.Length && _events[_next].Event <= bar.EndTicks)
        {
            _next++;
        }

        var isNear = _next < _events.Length && bar.EndTicks >= _events[_next].Decide;
        return holding.IsFlat
            ? isNear ? Decision.Buy(bar.Close * (1 - _stopShare)) : Decision.None
            : isNear ? Decision.None : Decision.Exit;
    }

    // The close of the session before the first one to be in: what is decided there trades at that one's open.
    private static long DecideAt(DateTimeOffset instant, ExchangeCalendar calendar, int sessionsAhead)
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, calendar.Zone).DateTime);
        var day = calendar.PreviousSession(date);
        for (var i = 0; i < sessionsAhead && day is not null; i++)
        {
            day = calendar.PreviousSession(day.Date);
        }

        return day?.Session!.Close.UtcTicks ?? long.MaxValue;
    }
}
