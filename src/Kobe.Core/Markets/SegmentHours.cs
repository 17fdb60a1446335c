namespace Kobe.Core.Markets;

/// <summary>
/// The usual wall-clock times of a day's segments, since midnight in the calendar's zone; 24:00 is allowed.
/// </summary>
/// <param name="Pre">Start of pre-market trading.</param>
/// <param name="Open">Start of core trading.</param>
/// <param name="Close">End of core trading.</param>
/// <param name="Post">End of post-market trading.</param>
/// <param name="PostAfterEarlyClose">How long post-market trading lasts after an early close.</param>
public sealed record SegmentHours(
    TimeSpan Pre, TimeSpan Open, TimeSpan Close, TimeSpan Post, TimeSpan PostAfterEarlyClose);
