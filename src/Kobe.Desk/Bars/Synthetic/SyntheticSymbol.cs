using Kobe.Desk.Bars.Factors;
using Kobe.Desk.Randomness;

namespace Kobe.Desk.Bars.Synthetic;

/// <summary>One symbol of a synthetic market: its bars and its factors.</summary>
internal sealed class SyntheticSymbol
{
    private const double DaysPerYear = 252;

    // A dividend a quarter, news of the quarter in between: both once in 63 sessions.
    private const int Quarter = 63;

    private SyntheticSymbol(Bar[] bars, PriceFactors factors) => (Bars, Factors) = (bars, factors);

    public Bar[] Bars { get; }

    public PriceFactors Factors { get; }

    public static SyntheticSymbol Make(MarketPath path, SyntheticSettings settings, SeededRandom random)
    {
        var traits = Traits.Draw(random);
        var (bars, actions) = (new List<Bar>(), new List<CorporateAction>());
        var close = traits.Start;
        for (var i = 0; i < path.Days.Count; i++)
        {
            var action = i == 0 ? default : ActionBefore(path.Days[i - 1].Date, i, close, traits, settings, random);
            if (action != default)
            {
                actions.Add(action);
                close = close * action.PriceRatio / action.SplitRatio;
            }

            var bar = Day(path, i, close, traits, random);
            close = bar.Close;
            if (!random.Chance(settings.HaltedDays))
            {
                bars.Add(bar);
            }
        }

        return new([.. bars], FactorsOf(actions));
    }

    private static CorporateAction ActionBefore(
        DateOnly lastDate, int day, double close, Traits traits, SyntheticSettings settings, SeededRandom random)
    {
        if (close > settings.SplitAbove)
        {
            return new(lastDate, random.Below(3) switch { 0 => 2, 1 => 4, _ => 10 }, 1, Cents(close));
        }

        if (close < settings.MergeBelow)
        {
            return new(lastDate, 0.1, 1, Cents(close));
        }

        return traits.Yield > 0 && day % Quarter == traits.DividendDay
            ? new(lastDate, 1, 1 - (Cents(close * traits.Yield / 4) / close), Cents(close))
            : default;
    }

    // A third of a day's variance is overnight, as for shares on the whole. Extremes are those of a random walk between
    // the ends: max = (x + √(x² − 2σ² ln u)) / 2 (Karatzas and Shreve, Brownian Motion and Stochastic Calculus, 2.8).
    private static Bar Day(MarketPath path, int i, double before, Traits traits, SeededRandom random)
    {
        var session = path.Days[i].Session!;
        var wildness = MarketPath.Wildness(path.Regimes[i]);
        var daily = traits.Own * Math.Sqrt(wildness / DaysPerYear);
        var news = i % Quarter == traits.NewsDay ? traits.News * random.Normal() : 0;
        var (gap, rest) = (
            (traits.Beta * path.Returns[i] / 3) + (daily * Math.Sqrt(1.0 / 3) * random.Normal()) + news,
            (traits.Beta * path.Returns[i] * 2 / 3) + (daily * Math.Sqrt(2.0 / 3) * random.Normal()));
        var spread = Math.Max(daily, Math.Abs(traits.Beta) * 0.005 * wildness);
        var (up, down) = (Extreme(rest, spread, random), Extreme(-rest, spread, random));
        var open = Cents(before * Math.Exp(gap));
        var close = Cents(open * Math.Exp(rest));
        var high = Math.Max(Cents(open * Math.Exp(up)), Math.Max(open, close));
        var low = Math.Min(Cents(open * Math.Exp(-down)), Math.Min(open, close));
        var share = (session.Close - session.Open).TotalHours / 6.5;
        var volume = traits.Volume * share * Math.Exp(0.35 * random.Normal()) * (1 + (20 * Math.Abs(gap + rest)));
        return new(session.Open, session.Close, open, high, low, close, Math.Max(100, Math.Round(volume / 100) * 100));
    }

    private static double Extreme(double end, double spread, SeededRandom random) =>
        (end + Math.Sqrt((end * end) - (2 * spread * spread * Math.Log(1 - random.Share())))) / 2;

    private static double Cents(double price) => Math.Max(0.01, Math.Round(price, 2));

    // From the last event back: each row multiplies in what comes after it.
    private static PriceFactors FactorsOf(List<CorporateAction> actions)
    {
        var rows = new List<FactorRow> { new(new(2050, 12, 31), 1, 1, 0) };
        var (price, split) = (1.0, 1.0);
        for (var i = actions.Count - 1; i >= 0; i--)
        {
            price *= actions[i].PriceRatio;
            split /= actions[i].SplitRatio;
            rows.Add(new(actions[i].LastDate, price, split, actions[i].Reference));
        }

        rows.Reverse();
        return new([.. rows]);
    }
}
