namespace Kobe.Desk.Brokers.Paper;

/// <summary>What can be said against an order request without looking at the account.</summary>
internal static class RequestChecks
{
    private const int ClientOrderIdMax = 128;
    private const int QuantityDecimals = 9;
    private const decimal TrailPercentMin = 0.1m;
    private static readonly decimal Penny = 0.01m;

    /// <summary>The first thing that is wrong; null when nothing is.</summary>
    public static BrokerRefusal? Shape(OrderRequest request) =>
        Amount(request) ?? Prices(request) ?? Increments(request) ?? Fractions(request) ?? Hours(request)
        ?? Exits(request);

    /// <summary>The decimals that a price of this size may have: two from a dollar on, four below.</summary>
    public static int Decimals(decimal price) => price >= 1 ? 2 : 4;

    public static bool IsWhole(decimal quantity) => quantity == decimal.Truncate(quantity);

    /// <summary>Refuses a price with too many decimals.</summary>
    public static BrokerRefusal? Increment(string field, decimal? price) =>
        price is { } value && decimal.Round(value, Decimals(value)) != value ? Refusals.SubPenny(field, value) : null;

    private static BrokerRefusal? Amount(OrderRequest request)
    {
        if (request.Quantity is null && request.Notional is null)
        {
            return Refusals.Malform("qty or notional is required");
        }

        if (request.Quantity is not null && request.Notional is not null)
        {
            return Refusals.Malform("only one of qty or notional is accepted");
        }

        if (request.Quantity <= 0)
        {
            return Refusals.Malform("qty must be > 0");
        }

        if (request.Notional <= 0)
        {
            return Refusals.Malform("notional must be > 0");
        }

        if (request.ClientOrderId.Length > ClientOrderIdMax)
        {
            return Refusals.Malform($"client_order_id must be no more than {ClientOrderIdMax} characters");
        }

        return request.Notional < 1 ? Refusals.TooSmall : null;
    }

    private static BrokerRefusal? Prices(OrderRequest request)
    {
        var oco = request.Class == OrderClass.Oco;
        var (limit, stop) = (request.LimitPrice, request.StopPrice);
        switch (request.Type)
        {
            case OrderType.Market when limit is not null || stop is not null:
                return Refusals.Malform("market orders require no stop or limit price");
            case OrderType.Limit or OrderType.StopLimit when limit is null && !oco:
                return Refusals.Malform("limit orders require a limit price");
            case OrderType.Stop or OrderType.StopLimit when stop is null:
                return Refusals.Malform("stop orders require a stop price");
            case OrderType.TrailingStop when request.TrailPrice is null == request.TrailPercent is null:
                return Refusals.Malform("trailing stop orders require either trail_price or trail_percent");
            case OrderType.TrailingStop when request.TrailPrice <= 0 || request.TrailPercent < TrailPercentMin:
                return Refusals.Malform("trail_price must be > 0 and trail_percent >= 0.1");
            case OrderType.TrailingStop when request.TimeInForce is not (TimeInForce.Day or TimeInForce.Gtc):
                return Refusals.Malform("trailing stop orders must be DAY or GTC orders");
        }

        return limit <= 0 ? Refusals.Malform("limit price must be > 0")
            : stop <= 0 ? Refusals.Malform("stop price must be > 0")
            : null;
    }

    private static BrokerRefusal? Increments(OrderRequest request) =>
        Increment("limit_price", request.LimitPrice) ?? Increment("stop_price", request.StopPrice)
        ?? Increment("take_profit.limit_price", request.TakeProfit)
        ?? Increment("stop_loss.stop_price", request.StopLoss)
        ?? Increment("stop_loss.limit_price", request.StopLossLimit);

    private static BrokerRefusal? Fractions(OrderRequest request)
    {
        if (request.Notional is null && IsWhole(request.Quantity!.Value))
        {
            return null;
        }

        if (request.Quantity is { } quantity && decimal.Round(quantity, QuantityDecimals) != quantity)
        {
            return Refusals.Malform($"qty must have at most {QuantityDecimals} decimals");
        }

        return request.TimeInForce != TimeInForce.Day ? Refusals.Unprocess("fractional orders must be DAY orders")
            : request.Class != OrderClass.Simple ? Refusals.Unprocess("fractional orders must be simple orders")
            : request.Type is not (OrderType.Market or OrderType.Limit)
                ? Refusals.Unprocess("fractional orders must be market or limit orders")
            : null;
    }

    private static BrokerRefusal? Hours(OrderRequest request) =>
        request.ExtendedHours && (request.Type != OrderType.Limit || request.TimeInForce != TimeInForce.Day)
            ? Refusals.Unprocess("extended hours order must be DAY limit orders")
            : null;

    private static BrokerRefusal? Exits(OrderRequest request)
    {
        if (request.Class == OrderClass.Simple)
        {
            return null;
        }

        if (request.TimeInForce is not (TimeInForce.Day or TimeInForce.Gtc) || request.ExtendedHours)
        {
            return Refusals.Unprocess("complex orders must be DAY or GTC orders without extended hours");
        }

        var (profit, loss) = (request.TakeProfit, request.StopLoss);
        if (request.Class == OrderClass.Oto ? profit is null == loss is null : profit is null || loss is null)
        {
            return Refusals.Unprocess(request.Class == OrderClass.Oto
                ? "oto orders require either take_profit or stop_loss"
                : $"{OrderWords.Of(request.Class)} orders require take_profit.limit_price and stop_loss.stop_price");
        }

        // The exits of a buy are sells, and those of an OCO are on the side that the request names.
        var selling = request.Class == OrderClass.Oco == (request.Side == OrderSide.Sell);
        if (profit is { } top && loss is { } bottom && (selling ? top <= bottom : top >= bottom))
        {
            return Refusals.Unprocess(selling
                ? "take_profit.limit_price must be > stop_loss.stop_price"
                : "take_profit.limit_price must be < stop_loss.stop_price");
        }

        if (request is { Class: not OrderClass.Oco, LimitPrice: { } from } && loss is { } stop
            && (selling ? stop > from - Penny : stop < from + Penny))
        {
            return Refusals.Unprocess(selling
                ? "stop_loss.stop_price must be <= base_price - 0.01"
                : "stop_loss.stop_price must be >= base_price + 0.01");
        }

        return null;
    }
}
