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

    private readonly long _midnight;
    private readonly long _offset;

    // Null where the offset is the same all around the date.
    private readonly Stretch[]? _stretches;

    /// <summary>Looks up the zone's offset around the date once.</summary>
    /// <param name="date">The civil date in the zone.</param>
    /// <param name="zone">The zone.</param>
    public LocalDay(DateOnly date, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        Date = date;
        _midnight = date.DayNumber * TimeSpan.TicksPerDay;
        var (first, limit) = (_midnight - ReachTicks, _midnight + TimeSpan.TicksPerDay + ReachTicks);
        _offset = OffsetAt(zone, first);
        _stretches = _offset == OffsetAt(zone, limit) ? null : Stretches(zone, first, limit);
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
        return _stretches is null
            ? UtcTicks.ToInstant(local - _offset)
            : ResolveNearChange(_stretches, local, gap, overlap);
    }

    internal static long OffsetAt(TimeZoneInfo zone, long utcTicks) =>
        zone.GetUtcOffset(new DateTime(
            Math.Clamp(utcTicks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc)).Ticks;

    // The clock's reading, instant + offset(instant), climbs steadily but for its jumps at the changes. A reading that
    // is jumped over falls on the change; one that comes twice is met in two of the spans between changes.
    private static DateTimeOffset? ResolveNearChange(
        Stretch[] stretches, long local, GapPolicy gap, OverlapPolicy overlap)
    {
        long? endOfGap = null;
        long? found = null;
        for (var i = 0; i < stretches.Length; i++)
        {
            var (start, end, offset) = stretches[i];
            var instant = local - offset;
            if (instant >= start && instant < end && (found is null || overlap == OverlapPolicy.Second))
            {
                found = instant;
            }

            if (i + 1 < stretches.Length && end + offset <= local && local < end + stretches[i + 1].Offset)
            {
                endOfGap = end;
            }
        }

        return found is { } exact ? UtcTicks.ToInstant(exact)
            : gap == GapPolicy.Run && endOfGap is { } late ? UtcTicks.ToInstant(late)
            : null;
    }

    private static Stretch[] Stretches(TimeZoneInfo zone, long from, long limit)
    {
        var stretches = new List<Stretch>();
        for (var start = from; start < limit;)
        {
            var end = NextChange(zone, start, limit);
            stretches.Add(new(start, end, OffsetAt(zone, start)));
            start = end;
        }

        return [.. stretches];
    }

    private static long NextChange(TimeZoneInfo zone, long from, long limit)
    {
        var offset = OffsetAt(zone, from);
        for (var low = from; low < limit; low += StepTicks)
        {
            var high = Math.Min(low + StepTicks, limit);
            if (OffsetAt(zone, high) != offset)
            {
                return FirstWithOtherOffset(zone, low, high, offset);
            }
        }

        return limit;
    }

    private static long FirstWithOtherOffset(TimeZoneInfo zone, long low, long high, long offsetAtLow)
    {
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = OffsetAt(zone, middle) == offsetAtLow ? (middle, high) : (low, middle);
        }

        return high;
    }

    // Between two changes, in UTC ticks.
    private sealed record Stretch(long Start, long End, long Offset);
}
