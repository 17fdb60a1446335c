using Kobe.Desk.Bars;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>How old prices are: the fact <c>data.freshness</c>.</summary>
/// <param name="At">When it was looked at (UTC).</param>
/// <param name="OldestSeconds">The age of the oldest newest minute, in whole seconds; since the open for a symbol
/// that has not traded.</param>
/// <param name="Stale">The symbols whose newest minute is too old, in the order of the source.</param>
internal sealed record DataFreshness(DateTimeOffset At, long OldestSeconds, IReadOnlyList<string> Stale)
{
    /// <summary>The age of a symbol's prices.</summary>
    /// <param name="minutes">The minutes of the session so far.</param>
    /// <param name="open">When the session opened.</param>
    /// <param name="now">The instant of the look.</param>
    public static TimeSpan Age(BarSeries minutes, DateTimeOffset open, DateTimeOffset now) =>
        now - (minutes.Count > 0 ? minutes[^1].End : open);
}
