using Kobe.Core.Markets;

namespace Kobe.Core.Planning;

/// <summary>The frames of the dates that were asked for last. Not for several threads.</summary>
internal sealed class FrameCache(CalendarSet calendars)
{
    // A row looks at its date and the next ones; a power of two above that.
    private const int Kept = 32;

    private readonly List<Pair> _pairs = [];

    public CalendarSet Calendars => calendars;

    /// <summary>The number of a zone and calendar; rows keep it, so that no name is looked up twice.</summary>
    public int PairOf(TimeZoneInfo zone, string calendar)
    {
        for (var i = 0; i < _pairs.Count; i++)
        {
            if (_pairs[i].Zone.Id == zone.Id && _pairs[i].Clock.Calendar.Name == calendar)
            {
                return i;
            }
        }

        var clock = calendars.Find(calendar)
            ?? throw new ArgumentException($"There is no calendar '{calendar}'.", nameof(calendar));
        _pairs.Add(new(zone, clock, new DateFrame[Kept]));
        return _pairs.Count - 1;
    }

    /// <summary>The frame of a date; null outside the years that calendars know.</summary>
    public DateFrame? Get(int pair, DateOnly date)
    {
        if (!ExchangeCalendar.Covers(date))
        {
            return null;
        }

        var (zone, clock, frames) = _pairs[pair];
        ref var frame = ref frames[date.DayNumber % Kept];
        if (frame is null || frame.Date != date)
        {
            frame = new DateFrame(date, zone, clock);
        }

        return frame;
    }

    private sealed record Pair(TimeZoneInfo Zone, MarketClock Clock, DateFrame?[] Frames);
}
