namespace Kobe.Core.Markets;

/// <summary>A zone's distance from UTC, for who asks about one instant after the other.</summary>
/// <remarks>Safe to read from several threads. The zone itself looks for its rule anew each time.</remarks>
/// <param name="zone">The zone.</param>
public sealed class ZoneOffsets(TimeZoneInfo zone)
{
    // Offsets are whole minutes within a day of UTC.
    private const int MinutesBits = 16;
    private const int MinutesZero = 1 << (MinutesBits - 1);

    // The date asked about last and its offset: one number, so that other threads see both or neither.
    private long _last = -1;

    /// <summary>What clocks there are ahead of UTC, in ticks; below zero west of Greenwich.</summary>
    /// <param name="utcTicks">The instant, in ticks of UTC.</param>
    public long At(long utcTicks)
    {
        var day = utcTicks / TimeSpan.TicksPerDay;
        var last = Volatile.Read(ref _last);
        if (last >>> MinutesBits == day)
        {
            return ((last & ((1 << MinutesBits) - 1)) - MinutesZero) * TimeSpan.TicksPerMinute;
        }

        // Changes of one zone lie further apart than a day: where both ends agree, all between does.
        var offset = LocalDay.OffsetAt(zone, day * TimeSpan.TicksPerDay);
        if (offset != LocalDay.OffsetAt(zone, (day + 1) * TimeSpan.TicksPerDay))
        {
            return LocalDay.OffsetAt(zone, utcTicks);
        }

        Volatile.Write(ref _last, (day << MinutesBits) | ((offset / TimeSpan.TicksPerMinute) + MinutesZero));
        return offset;
    }
}
