using Kobe.Desk.Bars;
using Kobe.Desk.Brokers;
using Kobe.Desk.Indicators;
using Kobe.Plugins.Trading.Books;

namespace Kobe.Plugins.Trading.Stops;

/// <summary>Where a protective stop belongs; pure.</summary>
internal static class StopLevel
{
    // Nobody said where a position of others is wrong: three true ranges below the price paid, or a tenth of it.
    private const double Ranges = 3;
    private const decimal Share = 0.10m;
    private const int RangeDays = 30;

    /// <summary>The stop of a position that has none at the broker, dollars a share.</summary>
    public static decimal Of(Position position, BookedPosition? meant, BarSeries daily) =>
        meant is { Guard: > 0 } ? meant.Guard
        : RangeOf(daily) is var range && range > 0 && (decimal)(range * Ranges) < position.AverageEntryPrice
            ? decimal.Round(position.AverageEntryPrice - (decimal)(range * Ranges), 2)
            : decimal.Round(position.AverageEntryPrice * (1 - Share), 2);

    /// <summary>The average true range of the last bars, dollars; 0 when there are too few.</summary>
    public static double RangeOf(BarSeries daily)
    {
        var atr = new Atr();
        for (var i = Math.Max(0, daily.Count - RangeDays); i < daily.Count; i++)
        {
            atr.Update(daily[i]);
        }

        return double.IsNaN(atr.Value) ? 0 : atr.Value;
    }

    /// <summary>The shares of a position that resting stops, or orders that sell it now, will close.</summary>
    public static decimal Covered(Position position, IEnumerable<Order> open) => open
        .Where(order => order.Symbol == position.Symbol && !order.IsTerminal
            && order.Side == (position.Quantity > 0 ? OrderSide.Sell : OrderSide.Buy)
            && order.Type is (OrderType.Stop or OrderType.StopLimit or OrderType.TrailingStop or OrderType.Market))
        .Sum(order => order.Remaining);
}
