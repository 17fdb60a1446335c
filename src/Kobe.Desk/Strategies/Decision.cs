using Kobe.Desk.Brokers;

namespace Kobe.Desk.Strategies;

/// <summary>What a strategy wants after a bar. Prices are in those of the bars; NaN where there is none.</summary>
/// <param name="Kind">What.</param>
/// <param name="Side">Buy for a long entry, sell for a short one.</param>
/// <param name="Limit">The worst price for the entry.</param>
/// <param name="Trigger">The price that wakes the entry.</param>
/// <param name="Stop">Where the idea is wrong: the protective stop, by which positions are sized.</param>
/// <param name="Target">Where the gain is taken.</param>
/// <param name="Score">Which entry comes first when there are more than may be made; higher is first.</param>
public readonly record struct Decision(
    DecisionKind Kind, OrderSide Side, double Limit, double Trigger, double Stop, double Target, double Score)
{
    /// <summary>Nothing.</summary>
    public static Decision None => default;

    /// <summary>To close the position at the next open.</summary>
    public static Decision Exit => new(
        DecisionKind.Exit, OrderSide.Sell, double.NaN, double.NaN, double.NaN, double.NaN, 0);

    /// <summary>By which order the entry is made.</summary>
    public OrderType EntryType => (double.IsNaN(Limit), double.IsNaN(Trigger)) switch
    {
        (true, true) => OrderType.Market,
        (false, true) => OrderType.Limit,
        (true, false) => OrderType.Stop,
        _ => OrderType.StopLimit,
    };

    /// <summary>To buy.</summary>
    /// <param name="stop">The protective stop, below the price; NaN for none.</param>
    /// <param name="target">Where the gain is taken; NaN for nowhere.</param>
    /// <param name="limit">The highest price to pay; NaN for any.</param>
    /// <param name="trigger">The price that must trade first; NaN for none.</param>
    /// <param name="score">Which entry comes first; higher is first.</param>
    public static Decision Buy(
        double stop = double.NaN, double target = double.NaN, double limit = double.NaN, double trigger = double.NaN,
        double score = 0) => new(DecisionKind.Enter, OrderSide.Buy, limit, trigger, stop, target, score);

    /// <summary>To sell short.</summary>
    /// <param name="stop">The protective stop, above the price; NaN for none.</param>
    /// <param name="target">Where the gain is taken; NaN for nowhere.</param>
    /// <param name="limit">The lowest price to take; NaN for any.</param>
    /// <param name="trigger">The price that must trade first; NaN for none.</param>
    /// <param name="score">Which entry comes first; higher is first.</param>
    public static Decision SellShort(
        double stop = double.NaN, double target = double.NaN, double limit = double.NaN, double trigger = double.NaN,
        double score = 0) => new(DecisionKind.Enter, OrderSide.Sell, limit, trigger, stop, target, score);

    /// <summary>To move the protective stop closer.</summary>
    /// <param name="stop">Its new price.</param>
    public static Decision MoveStop(double stop) => new(
        DecisionKind.MoveStop, OrderSide.Sell, double.NaN, double.NaN, stop, double.NaN, 0);
}
