namespace Kobe.Plugins.MarketData.Bars;

/// <summary>What a backfill came to: the fact <c>bars.gaps</c>.</summary>
/// <param name="Date">The date of the look.</param>
/// <param name="Asked">How many holes the source was asked for.</param>
/// <param name="Filled">How many of them it had a bar for.</param>
/// <param name="Open">How many are left and may still be filled.</param>
/// <param name="Permanent">How many are believed to stay.</param>
internal sealed record Backfill(DateOnly Date, int Asked, int Filled, int Open, int Permanent);
