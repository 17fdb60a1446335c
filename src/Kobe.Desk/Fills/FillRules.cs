using System.Numerics;
using Kobe.Desk.Brokers;

namespace Kobe.Desk.Fills;

/// <summary>At which price an order trades within one bar: the one fill model of paper account and backtest.</summary>
/// <remarks>
/// A bar says no order of its prices, so each rule takes the less pleasant of what may have happened, and an order
/// never trades in the bar that led to it: that is the caller's to see to. Generic over the number, so that money
/// counts in decimal and a backtest in double by the same lines. Source of the rules: the paper exchange's
/// conventions, market at the next open, a limit at its price or a better open, a stop at its price or a worse open.
/// </remarks>
public static class FillRules
{
    /// <summary>The share of a bar's volume that the desk's orders may take together.</summary>
    public const decimal VolumeShareMax = 0.10m;

    /// <summary>The price at which an order that works from a bar's start trades in it.</summary>
    /// <typeparam name="T">decimal or double.</typeparam>
    /// <param name="side">Which way.</param>
    /// <param name="type">At which price; a trailing stop is given with the stop price that it has at the bar's start.
    /// </param>
    /// <param name="limit">The limit price, of limit and stop-limit orders.</param>
    /// <param name="stop">The stop price, of stop, stop-limit and trailing orders.</param>
    /// <param name="prices">The bar's prices.</param>
    /// <returns>Null when it doesn't trade.</returns>
    public static T? PriceIn<T>(OrderSide side, OrderType type, T limit, T stop, in BarPrices<T> prices)
        where T : struct, INumber<T> => type switch
        {
            OrderType.Market => prices.Open,
            OrderType.Limit => AtLimit(side, limit, prices),
            OrderType.StopLimit => AtStopLimit(side, limit, stop, prices),
            _ => AtStop(side, stop, prices),
        };

    private static T? AtLimit<T>(OrderSide side, T limit, in BarPrices<T> prices)
        where T : struct, INumber<T>
    {
        if (side == OrderSide.Buy)
        {
            return prices.Low <= limit ? T.Min(limit, prices.Open) : null;
        }

        return prices.High >= limit ? T.Max(limit, prices.Open) : null;
    }

    private static T? AtStop<T>(OrderSide side, T stop, in BarPrices<T> prices)
        where T : struct, INumber<T>
    {
        if (side == OrderSide.Buy)
        {
            return prices.High >= stop ? T.Max(stop, prices.Open) : null;
        }

        return prices.Low <= stop ? T.Min(stop, prices.Open) : null;
    }

    // Woken at the open it is a limit order for the whole bar. Woken later, nobody knows what came after, so it
    // trades at the stop price, if that is good enough, and else only where the bar must have passed the limit: the
    // close lies on the good side of it.
    private static T? AtStopLimit<T>(OrderSide side, T limit, T stop, in BarPrices<T> prices)
        where T : struct, INumber<T>
    {
        if (side == OrderSide.Buy)
        {
            return prices.Open >= stop ? AtLimit(side, limit, prices)
                : prices.High < stop ? null
                : stop <= limit ? stop
                : prices.Close <= limit ? limit
                : null;
        }

        return prices.Open <= stop ? AtLimit(side, limit, prices)
            : prices.Low > stop ? null
            : stop >= limit ? stop
            : prices.Close >= limit ? limit
            : null;
    }

    /// <summary>The best price that a trailing stop has seen after a bar.</summary>
    /// <typeparam name="T">decimal or double.</typeparam>
    /// <param name="side">The side of the trailing order: a sell follows the high, a buy the low.</param>
    /// <param name="mark">The best price before the bar.</param>
    /// <param name="prices">The bar's prices.</param>
    public static T MarkAfter<T>(OrderSide side, T mark, in BarPrices<T> prices)
        where T : struct, INumber<T> =>
        side == OrderSide.Sell ? T.Max(mark, prices.High) : T.Min(mark, prices.Low);
}
