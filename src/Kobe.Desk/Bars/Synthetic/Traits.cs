using Kobe.Desk.Randomness;

namespace Kobe.Desk.Bars.Synthetic;

/// <summary>What makes one synthetic symbol differ from another.</summary>
/// <param name="Start">The first price, in dollars.</param>
/// <param name="Beta">How much of the market's moves it makes.</param>
/// <param name="Own">The volatility of its own moves, a year's worth.</param>
/// <param name="News">The deviation of the step on the day of its quarterly news.</param>
/// <param name="NewsDay">Which day of the quarter that is.</param>
/// <param name="Yield">The dividends of a year as a share of the price; 0 for none.</param>
/// <param name="DividendDay">Which day of the quarter they are paid on.</param>
/// <param name="Volume">Shares on a usual day.</param>
internal sealed record Traits(
    double Start, double Beta, double Own, double News, int NewsDay, double Yield, int DividendDay, double Volume)
{
    public static Traits Draw(SeededRandom random) => new(
        Start: Math.Round(Math.Exp(2.7 + (2.6 * random.Share())), 2),
        Beta: 0.4 + (1.3 * random.Share()),
        Own: 0.10 + (0.30 * random.Share()),
        News: 0.02 + (0.05 * random.Share()),
        NewsDay: random.Below(63),
        Yield: random.Chance(0.6) ? 0.005 + (0.03 * random.Share()) : 0,
        DividendDay: random.Below(63),
        Volume: Math.Round(Math.Exp(13 + (4 * random.Share()))));
}
