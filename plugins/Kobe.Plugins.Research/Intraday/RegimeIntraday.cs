namespace Kobe.Plugins.Research.Intraday;

/// <summary>The fact <c>regime.intraday</c>.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Kind"><c>TREND_UP</c>, <c>TREND_DOWN</c> or <c>CHOP</c>.</param>
/// <param name="Change">The way of the index from its open, as a share.</param>
/// <param name="Efficiency">How straight it went, 0 to 1.</param>
internal sealed record RegimeIntraday(DateTimeOffset At, string Kind, double Change, double Efficiency);
