using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders;

/// <summary>Rounds prices to what the exchange takes, to our disadvantage in nothing but the chance of a
/// trade.</summary>
/// <remarks>Two decimals from a dollar on, four below (SEC Rule 612, the sub-penny rule). A buy's limit goes down and a
/// sell's up: never a worse price than was asked for. A stop goes the way that wakes it sooner.</remarks>
internal static class PriceRounding
{
    public static decimal? Limit(OrderSide side, decimal? price) =>
        price is { } value ? Rounded(value, up: side == OrderSide.Sell) : null;

    public static decimal? Stop(OrderSide side, decimal? price) =>
        price is { } value ? Rounded(value, up: side == OrderSide.Sell) : null;

    private static decimal Rounded(decimal price, bool up)
    {
        var scale = price >= 1 ? 100m : 10_000m;
        return (up ? decimal.Ceiling(price * scale) : decimal.Floor(price * scale)) / scale;
    }
}
