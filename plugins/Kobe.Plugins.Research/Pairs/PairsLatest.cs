namespace Kobe.Plugins.Research.Pairs;

/// <summary>The fact <c>pairs.latest</c>.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Apart">The pairs that are apart, the widest first, at most 50.</param>
internal sealed record PairsLatest(DateTimeOffset At, IReadOnlyList<PairSpread> Apart);
