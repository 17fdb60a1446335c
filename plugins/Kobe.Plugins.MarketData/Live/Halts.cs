namespace Kobe.Plugins.MarketData.Live;

/// <summary>What does not trade: the fact <c>halts.today</c>.</summary>
/// <param name="At">When it was looked at (UTC).</param>
/// <param name="Halted">The symbols without a trade for too long, in the order of the source.</param>
/// <param name="Market">Whether the whole market stands still: a circuit breaker, or the index does not trade.</param>
/// <param name="Level">The market-wide circuit breaker that the index has passed: 0 to 3.</param>
/// <param name="IndexShare">How far the index is from yesterday's close, as a fraction.</param>
internal sealed record Halts(
    DateTimeOffset At, IReadOnlyList<string> Halted, bool Market, int Level, double IndexShare)
{
    // New York Stock Exchange, Rule 7.12: 7, 13 and 20 percent below the close before.
    private static readonly double[] Levels = [-0.07, -0.13, -0.20];

    /// <summary>The circuit breaker that a fall has passed.</summary>
    /// <param name="share">The index against the close before, as a fraction.</param>
    public static int LevelOf(double share) => Levels.Count(level => share <= level);
}
