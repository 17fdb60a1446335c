namespace Kobe.Plugins.Research.Regimes;

/// <summary>The fact <c>regime.today</c>.</summary>
/// <param name="Date">The date that it is for.</param>
/// <param name="Regime"><c>BULL</c>, <c>BEAR</c>, <c>NEUTRAL</c> or <c>CHOP</c>.</param>
/// <param name="Confidence">How clear it is, 0 to 1.</param>
/// <param name="ExposureCap">The largest share of equity in positions, 0 to 1.</param>
/// <param name="Index">The symbol that it was read from.</param>
/// <param name="Breadth">The share of symbols above their mean of 50 sessions, or null.</param>
/// <param name="Volatility">The index's realised volatility of 20 sessions, a year's worth, or null.</param>
internal sealed record RegimeToday(
    string Date, string Regime, double Confidence, double ExposureCap, string Index, double? Breadth,
    double? Volatility);
