namespace Kobe.Plugins.Research.Regimes;

/// <summary>What kind of market the signs make.</summary>
/// <remarks>
/// Five votes: the close above its long and its middle mean, the middle mean rising, the month's return, and breadth
/// above one half. A sign that is not there does not vote; one that is smaller than a quarter of what the market moves
/// in a month anyway counts for neither side. Three fifths of the votes to one side name the regime; a weak trend
/// without a direction is chop. The cap on exposure goes down with the regime, and by half when volatility is high for
/// a year: losses in such times are larger than sizes by calm times allow for.
/// </remarks>
/// <param name="Kind">The kind.</param>
/// <param name="Confidence">How clear it is, 0 to 1.</param>
/// <param name="ExposureCap">The largest share of equity in positions, 0 to 1.</param>
internal sealed record RegimeRule(RegimeKind Kind, double Confidence, double ExposureCap)
{
    private const double Clear = 0.6;
    private const double NoiseShare = 0.25;
    private const double BreadthNoise = 0.1;
    private const double MonthDays = 20;
    private const double YearDays = 252;

    /// <summary>Judges.</summary>
    public static RegimeRule Of(MarketSigns signs, RegimeArguments rule)
    {
        var noise = NoiseShare * signs.Volatility * Math.Sqrt(MonthDays / YearDays);
        int?[] votes =
        [
            Vote(signs.ToSma200, noise), Vote(signs.ToSma50, noise), Vote(signs.Slope50, noise),
            Vote(signs.Return20, noise), Vote(signs.Breadth - 0.5, BreadthNoise),
        ];
        var score = votes.Average() ?? 0;
        var weak = signs.Adx < rule.ChopAdx;
        var kind = (score, weak) switch
        {
            (>= Clear, false) => RegimeKind.BULL,
            (<= -Clear, false) => RegimeKind.BEAR,
            ( > -1 and < 1, true) => RegimeKind.CHOP,
            ( >= 1, true) => RegimeKind.BULL,
            ( <= -1, true) => RegimeKind.BEAR,
            _ => RegimeKind.NEUTRAL,
        };
        var confidence = kind switch
        {
            RegimeKind.CHOP => Math.Clamp((1 - Math.Abs(score)) * 0.5 + (0.5 * (1 - (signs.Adx / rule.ChopAdx))), 0, 1),
            RegimeKind.NEUTRAL => 1 - Math.Abs(score),
            _ => Math.Abs(score) * Math.Clamp(signs.Adx / 25, 0.5, 1),
        };
        var cap = kind switch
        {
            RegimeKind.BULL => 1.0,
            RegimeKind.NEUTRAL => 0.6,
            RegimeKind.CHOP => 0.4,
            _ => 0.25,
        };
        return new(
            kind, Math.Round(confidence, 3), Math.Round(signs.VolatilityPlace >= rule.WildShare ? cap / 2 : cap, 3));
    }

    private static int? Vote(double sign, double noise) =>
        double.IsNaN(sign) ? null : Math.Abs(sign) < noise ? 0 : Math.Sign(sign);
}
