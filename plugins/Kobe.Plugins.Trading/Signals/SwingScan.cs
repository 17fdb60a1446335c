using Kobe.Core.Markets;
using Kobe.Desk.Bars;
using Kobe.Desk.Strategies;
using Kobe.Desk.Strategies.Choosing;

namespace Kobe.Plugins.Trading.Signals;

/// <summary>Asks the desk's strategies what they would buy after the last complete session.</summary>
internal static class SwingScan
{
    // An idea whose price has run further is another idea.
    private const double RunAway = 0.02;

    /// <summary>The strategies that are asked, the first first when two want the same symbol.</summary>
    public static IReadOnlyList<string> Strategies { get; } =
        ["trend-pullback", "momentum-breakout", "mean-reversion", "volatility-squeeze", "event-driven"];

    /// <summary>The sessions after which a position of a strategy is closed anyway; 0 for never.</summary>
    public static int TimeStopOf(string strategy) => strategy switch
    {
        "mean-reversion" => 10,
        "event-driven" => 2,
        "volatility-squeeze" => 20,
        "trend-pullback" => 40,
        _ => 0,
    };

    /// <summary>The last entry that one strategy decided on within some bars; it sees the bars in order,
    /// flat.</summary>
    /// <returns>The decision and the bar that led to it; <see cref="Decision.None"/> when there was no entry.</returns>
    public static (Decision Decision, Bar Bar) Ask(
        string strategy, BarSeries bars, ExchangeCalendar calendar, int warmUp, int fresh)
    {
        var entry = StrategyCatalogue.Find(strategy)
            ?? throw new InvalidOperationException($"The catalogue has no strategy '{strategy}'.");
        var asked = entry.Make(entry.Values(new Dictionary<string, double>(), out _), calendar);
        var last = (Decision.None, default(Bar));
        for (var i = Math.Max(0, bars.Count - warmUp); i < bars.Count; i++)
        {
            if (asked.OnBar(bars[i], Holding.Flat) is { Kind: DecisionKind.Enter } decision && i >= bars.Count - fresh)
            {
                last = (decision, bars[i]);
            }
        }

        return last;
    }

    /// <summary>The idea that a decision makes; null when it is no entry with a stop below the price, or when the price
    /// has reached the stop or run away since.</summary>
    public static Idea? IdeaOf(
        string symbol, string strategy, (Decision Decision, Bar Bar) asked, double price, string sector)
    {
        var (decision, last) = asked;
        if (decision.Kind != DecisionKind.Enter || decision.Side != Kobe.Desk.Brokers.OrderSide.Buy
            || !(decision.Stop > 0 && decision.Stop < last.Close && price > decision.Stop)
            || price > last.Close * (1 + RunAway))
        {
            return null;
        }

        return new(
            symbol, strategy, "buy", Price(last.Close), Price(decision.Stop),
            double.IsNaN(decision.Target) ? null : Price(decision.Target), Math.Round(decision.Score, 4), sector);
    }

    /// <summary>A price as money: four decimals.</summary>
    public static decimal Price(double price) => decimal.Round((decimal)price, 4);
}
