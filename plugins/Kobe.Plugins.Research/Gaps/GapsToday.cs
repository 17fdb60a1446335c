namespace Kobe.Plugins.Research.Gaps;

/// <summary>The fact <c>gaps.today</c>.</summary>
/// <param name="Date">The date.</param>
/// <param name="Gaps">The gaps, the largest first.</param>
internal sealed record GapsToday(string Date, IReadOnlyList<Gap> Gaps);
