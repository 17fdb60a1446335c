using Kobe.Core.Markets;
using Kobe.Desk.Bars;
using Kobe.Desk.Brokers;
using Kobe.Desk.Strategies;
using Kobe.Desk.Strategies.Choosing;
using Kobe.Plugins.Trading.Books;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>Asks a position's strategy after the close; pure.</summary>
internal static class ExitDecision
{
    private const int WarmUp = 400;

    /// <summary>What the strategy decides on the last bar, having held the position since its entry.</summary>
    /// <param name="position">What is held.</param>
    /// <param name="meant">What is meant with it.</param>
    /// <param name="bars">Complete daily bars, adjusted.</param>
    /// <param name="calendar">The exchange.</param>
    /// <returns><see cref="Decision.None"/> for what no strategy of the catalogue opened.</returns>
    public static Decision Of(Position position, BookedPosition meant, BarSeries bars, ExchangeCalendar calendar)
    {
        if (StrategyCatalogue.Find(meant.Strategy) is not { } entry)
        {
            return Decision.None;
        }

        var strategy = entry.Make(entry.Values(new Dictionary<string, double>(), out _), calendar);
        var opened = calendar.DateOf(meant.OpenedAt);
        var decision = Decision.None;
        var held = 0;
        for (var i = Math.Max(0, bars.Count - WarmUp); i < bars.Count; i++)
        {
            held += calendar.DateOf(bars[i].Start) >= opened ? 1 : 0;
            decision = strategy.OnBar(bars[i], held == 0 ? Holding.Flat : new(
                (double)position.Quantity, (double)position.AverageEntryPrice, (double)meant.Guard, held));
        }

        return held == 0 ? Decision.None : decision;
    }
}
