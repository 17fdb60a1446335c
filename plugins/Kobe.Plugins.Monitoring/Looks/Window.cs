using Kobe.Contracts;

namespace Kobe.Plugins.Monitoring.Looks;

/// <summary>A stretch of time as instants.</summary>
/// <param name="From">Its begin (UTC).</param>
/// <param name="To">Its end (UTC), itself outside.</param>
internal readonly record struct Window(DateTimeOffset From, DateTimeOffset To)
{
    // Pre-market trading begins at 04:00 and the session at 09:30 (nyse.com, trading hours).
    private static readonly TimeSpan Premarket = TimeSpan.FromHours(5.5);

    public TimeSpan Length => To - From;

    /// <summary>The window of a row.</summary>
    /// <param name="context">The attempt.</param>
    /// <param name="stretch">Which time.</param>
    /// <param name="over">How long, for <see cref="Stretch.Over"/>.</param>
    /// <param name="why">Why there is none, in a sentence.</param>
    /// <returns>Null when the date has no such time, or it has not begun.</returns>
    public static Window? Of(TaskContext context, Stretch stretch, TimeSpan over, out string why)
    {
        var now = context.Clock.GetUtcNow();
        var market = context.Market;
        var midnight = new DateTimeOffset(
            market.Date.ToDateTime(TimeOnly.MinValue), market.Timestamp.Offset).ToUniversalTime();
        Window? found = stretch switch
        {
            Stretch.Over => new(now - over, now),
            Stretch.Date => new(midnight, now),
            Stretch.Yesterday => new(midnight.AddDays(-1), midnight),
            Stretch.Premarket => market.Open is { } open ? new(open - Premarket, Earlier(open, now)) : null,
            Stretch.Session => (market.Open, market.Close) is ({ } open, { } close)
                ? new(open, Earlier(close, now)) : null,
            Stretch.Evening => market.Close is { } close ? new(close, now) : null,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        why = found is null ? $"{market.Date:yyyy-MM-dd} has no session."
            : found.Value.Length <= TimeSpan.Zero ? "That time of the date has not begun."
            : "";
        return why.Length == 0 ? found : null;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
