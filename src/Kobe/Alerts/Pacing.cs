namespace Kobe.Alerts;

/// <summary>When a channel may be used again, so that it need never say that it is too often.</summary>
/// <remarks>
/// The virtual scheduling form of a leaky bucket (ITU-T I.371, GCRA): no more than the burst and one for each interval
/// fall into any stretch of time.
/// </remarks>
/// <param name="Empty">When the bucket will be empty again, monotonic.</param>
/// <param name="Last">When the last message went out, monotonic; null before the first.</param>
internal readonly record struct Pacing(TimeSpan Empty, TimeSpan? Last)
{
    /// <summary>How long to wait before the next message.</summary>
    public TimeSpan Wait(ChannelRules rules, TimeSpan now)
    {
        var bucket = Empty - (rules.Interval * (rules.Burst - 1)) - now;
        var gap = Last is { } last ? last + rules.GapMin - now : TimeSpan.Zero;
        var wait = bucket > gap ? bucket : gap;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>A message goes out.</summary>
    public Pacing Use(ChannelRules rules, TimeSpan now) =>
        new((Empty > now ? Empty : now) + rules.Interval, now);
}
