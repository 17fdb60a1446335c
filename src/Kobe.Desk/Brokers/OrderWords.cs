namespace Kobe.Desk.Brokers;

/// <summary>The words of Alpaca's order entity, both ways; the names of the enums in snake case.</summary>
internal static class OrderWords
{
    public static string Of(OrderSide side) => side == OrderSide.Buy ? "buy" : "sell";

    public static string Of(OrderType type) => type switch
    {
        OrderType.Market => "market",
        OrderType.Limit => "limit",
        OrderType.Stop => "stop",
        OrderType.StopLimit => "stop_limit",
        _ => "trailing_stop",
    };

    public static string Of(TimeInForce tif) => tif switch
    {
        TimeInForce.Day => "day",
        TimeInForce.Gtc => "gtc",
        TimeInForce.Opg => "opg",
        TimeInForce.Cls => "cls",
        TimeInForce.Ioc => "ioc",
        _ => "fok",
    };

    // A simple order's class is the empty text.
    public static string Of(OrderClass type) => type switch
    {
        OrderClass.Bracket => "bracket",
        OrderClass.Oco => "oco",
        OrderClass.Oto => "oto",
        _ => "",
    };

    public static string Of(OrderStatus status) => status switch
    {
        OrderStatus.PendingNew => "pending_new",
        OrderStatus.Accepted => "accepted",
        OrderStatus.New => "new",
        OrderStatus.PartiallyFilled => "partially_filled",
        OrderStatus.Filled => "filled",
        OrderStatus.DoneForDay => "done_for_day",
        OrderStatus.Canceled => "canceled",
        OrderStatus.Expired => "expired",
        OrderStatus.Replaced => "replaced",
        OrderStatus.PendingCancel => "pending_cancel",
        OrderStatus.PendingReplace => "pending_replace",
        OrderStatus.Rejected => "rejected",
        OrderStatus.Held => "held",
        OrderStatus.Stopped => "stopped",
        OrderStatus.Suspended => "suspended",
        OrderStatus.Calculated => "calculated",
        OrderStatus.AcceptedForBidding => "accepted_for_bidding",
        OrderStatus.PendingReview => "pending_review",
        _ => "unknown",
    };

    public static OrderSide? Side(string? word) => word switch
    {
        "buy" => OrderSide.Buy,
        "sell" or "sell_short" => OrderSide.Sell,
        _ => null,
    };

    public static OrderType? Type(string? word) => word switch
    {
        "market" => OrderType.Market,
        "limit" => OrderType.Limit,
        "stop" => OrderType.Stop,
        "stop_limit" => OrderType.StopLimit,
        "trailing_stop" => OrderType.TrailingStop,
        _ => null,
    };

    public static TimeInForce? Lasting(string? word) => word switch
    {
        "day" => TimeInForce.Day,
        "gtc" => TimeInForce.Gtc,
        "opg" => TimeInForce.Opg,
        "cls" => TimeInForce.Cls,
        "ioc" => TimeInForce.Ioc,
        "fok" => TimeInForce.Fok,
        _ => null,
    };

    public static OrderClass Class(string? word) => word switch
    {
        "bracket" => OrderClass.Bracket,
        "oco" => OrderClass.Oco,
        "oto" => OrderClass.Oto,
        _ => OrderClass.Simple,
    };

    public static OrderStatus Status(string? word)
    {
        foreach (var status in Statuses)
        {
            if (Of(status) == word)
            {
                return status;
            }
        }

        return OrderStatus.Unknown;
    }

    private static readonly OrderStatus[] Statuses = Enum.GetValues<OrderStatus>()[1..];
}
