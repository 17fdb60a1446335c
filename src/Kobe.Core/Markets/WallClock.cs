namespace Kobe.Core.Markets;

/// <summary>Turns one wall-clock time into an instant. For many times of one date use <see cref="LocalDay"/>.</summary>
public static class WallClock
{
    /// <summary>The instant (UTC) at which clocks in the zone show this date and time.</summary>
    /// <param name="date">The civil date in the zone.</param>
    /// <param name="time">The wall-clock time in the zone.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="gap">What becomes of a time that does not exist: the end of the gap, or nothing.</param>
    /// <param name="overlap">Which pass of a time that exists twice.</param>
    /// <returns>The instant in UTC, or null for a time in a gap under <see cref="GapPolicy.Skip"/>.</returns>
    public static DateTimeOffset? Resolve(
        DateOnly date, TimeOnly time, TimeZoneInfo zone, GapPolicy gap, OverlapPolicy overlap) =>
        new LocalDay(date, zone).Resolve(time.ToTimeSpan(), gap, overlap);
}
