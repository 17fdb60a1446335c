namespace Kobe.Core.Markets;

/// <summary>One civil date in one zone, ready to turn its wall-clock times into instants.</summary>
/// <remarks>
/// Built on one question only, the zone's offset at an instant, which is always defined. <see cref="TimeZoneInfo"/>'s
/// own answers about invalid and ambiguous local times miss changes of the standard offset (Samoa 2011, Caracas 2007).
/// </remarks>
public readonly struct LocalDay
{
    // No zone is further than 14 h from UTC; 26 h on either side also covers a zone that skips a whole day.
    private const long ReachTicks = 26 * TimeSpan.TicksPerHour;

    // Changes of one zone lie hours apart at the least; the test over all zones proves it.
    private const long StepTicks = TimeSpan.TicksPerHour;

    private readonly TimeZoneInfo _zone;
    private readonly long _midnight;
    private readonly long _offset;
    private readonly bool _steady;

    /// <summary>Looks up the zone's offset around the date once.</summary>
    /// <param name="date">The civil date in the zone.</param>
    /// <param name="zone">The zone.</param>
    public LocalDay(DateOnly date, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        Date = date;
        _zone = zone;
        _midnight = date.DayNumber * TimeSpan.TicksPerDay;
        _offset = OffsetAt(zone, _midnight - ReachTicks);
        _steady = _offset == OffsetAt(zone, _midnight + TimeSpan.TicksPerDay + ReachTicks);
    }

    /// <summary>The civil date.</summary>
    public DateOnly Date { get; }

    /// <summary>The instant (UTC) at which the date begins.</summary>
    public DateTimeOffset Start => Resolve(TimeSpan.Zero, GapPolicy.Run, OverlapPolicy.First)!.Value;

    /// <summary>The instant (UTC) at which the next date begins.</summary>
    public DateTimeOffset End => Resolve(TimeSpan.FromDays(1), GapPolicy.Run, OverlapPolicy.First)!.Value;

    /// <summary>The instant (UTC) at which clocks show this date and a wall-clock time.</summary>
    /// <param name="wallClock">Time since 00:00 as clocks show it; 24:00 is the start of the next date.</param>
    /// <param name="gap">What becomes of a time that does not exist.</param>
    /// <param name="overlap">Which pass of a time that exists twice.</param>
    /// <returns>The instant in UTC, or null for a time in a gap under <see cref="GapPolicy.Skip"/>.</returns>
    public DateTimeOffset? Resolve(TimeSpan wallClock, GapPolicy gap, OverlapPolicy overlap)
    {
        var local = _midnight + wallClock.Ticks;
        return _steady ? Utc(local - _offset) : ResolveNearChange(local, gap, overlap);
    }

    internal static long OffsetAt(TimeZoneInfo zone, long utcTicks) =>
        zone.GetUtcOffset(new DateTime(
            Math.Clamp(utcTicks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc)).Ticks;

    // The clock's reading, instant + offset(instant), climbs steadily but for its jumps at the changes. A reading that
    // is jumped over falls on the change; one that comes twice is met in two of the spans between changes.
    private DateTimeOffset? ResolveNearChange(long local, GapPolicy gap, OverlapPolicy overlap)
    {
        long? endOfGap = null;
        long? found = null;
        var limit = local + ReachTicks;
        for (var start = local - ReachTicks; start < limit;)
        {
            var offset = OffsetAt(_zone, start);
            var end = NextChange(start, limit);
            var instant = local - offset;
            if (instant >= start && instant < end && (found is null || overlap == OverlapPolicy.Second))
            {
                found = instant;
            }

            if (end < limit && end + offset <= local && local < end + OffsetAt(_zone, end))
            {
                endOfGap = end;
            }

            start = end;
        }

        return found is { } exact ? Utc(exact)
            : gap == GapPolicy.Run && endOfGap is { } late ? Utc(late)
            : null;
    }

    private long NextChange(long from, long limit)
    {
        var offset = OffsetAt(_zone, from);
        for (var low = from; low < limit; low += StepTicks)
        {
            var high = Math.Min(low + StepTicks, limit);
            if (OffsetAt(_zone, high) != offset)
            {
                return FirstWithOtherOffset(low, high, offset);
            }
        }

        return limit;
    }

    private long FirstWithOtherOffset(long low, long high, long offsetAtLow)
    {
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = OffsetAt(_zone, middle) == offsetAtLow ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static DateTimeOffset Utc(long ticks) => new(ticks, TimeSpan.Zero);
}
