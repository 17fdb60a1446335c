using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Kobe.Desk.Brokers.Alpaca;

/// <summary>Alpaca's entities from their JSON. Unknown fields and words are let pass; what an entity can't do without
/// is
/// asked for by name.</summary>
/// <remarks>Source: Alpaca Trading API v2, order, account, position, clock, calendar and activity entities.</remarks>
internal static class AlpacaReading
{
    public static Order Order(JsonElement entity) => new()
    {
        Id = entity.Required("id"),
        ClientOrderId = entity.Required("client_order_id"),
        Symbol = entity.Required("symbol"),
        Side = Side(entity),
        Type = Type(entity),
        TimeInForce = OrderWords.Lasting(entity.Text("time_in_force")) ?? TimeInForce.Day,
        Class = OrderWords.Class(entity.Text("order_class")),
        Status = OrderWords.Status(entity.Text("status")),
        StatusText = OrderWords.Status(entity.Text("status")) == OrderStatus.Unknown ? entity.Text("status") ?? "" : "",
        Quantity = entity.Number("qty"),
        Notional = entity.Number("notional"),
        FilledQuantity = entity.Number("filled_qty") ?? 0,
        FilledAveragePrice = entity.Number("filled_avg_price"),
        LimitPrice = entity.Number("limit_price"),
        StopPrice = entity.Number("stop_price"),
        TrailPrice = entity.Number("trail_price"),
        TrailPercent = entity.Number("trail_percent"),
        HighWaterMark = entity.Number("hwm"),
        ExtendedHours = entity.Flag("extended_hours"),
        SubmittedAt = entity.Instant("submitted_at") ?? entity.Instant("created_at") ?? default,
        UpdatedAt = entity.Instant("updated_at") ?? default,
        FilledAt = entity.Instant("filled_at"),
        ExpiresAt = entity.Instant("expires_at"),
        ExpiredAt = entity.Instant("expired_at"),
        CanceledAt = entity.Instant("canceled_at"),
        ReplacedBy = entity.Text("replaced_by"),
        Replaces = entity.Text("replaces"),
        Legs = entity.TryGetProperty("legs", out var legs) && legs.ValueKind == JsonValueKind.Array
            ? [.. legs.EnumerateArray().Select(Order).ToImmutableArray()]
            : [],
    };

    public static Account Account(JsonElement entity) => new()
    {
        Number = entity.Required("account_number"),
        Status = entity.Required("status"),
        Cash = entity.Amount("cash"),
        Equity = entity.Amount("equity"),
        LastEquity = entity.Number("last_equity") ?? entity.Amount("equity"),
        BuyingPower = entity.Amount("buying_power"),
        Multiplier = entity.Number("multiplier") ?? 1,
        LongMarketValue = entity.Number("long_market_value") ?? 0,
        ShortMarketValue = entity.Number("short_market_value") ?? 0,
        ShortingEnabled = entity.Flag("shorting_enabled"),
        IsBlocked = entity.Flag("trading_blocked") || entity.Flag("account_blocked")
            || entity.Flag("trade_suspended_by_user"),
    };

    public static Position Position(JsonElement entity) => new(
        entity.Required("symbol"),
        entity.Amount("qty"),
        entity.Number("qty_available") ?? entity.Amount("qty"),
        entity.Amount("avg_entry_price"),
        entity.Number("current_price") ?? entity.Amount("avg_entry_price"));

    public static BrokerClock Clock(JsonElement entity) => new(
        AlpacaValues.Instant(entity.Required("timestamp")),
        entity.Flag("is_open"),
        AlpacaValues.Instant(entity.Required("next_open")),
        AlpacaValues.Instant(entity.Required("next_close")));

    public static BrokerDay Day(JsonElement entity) => new(
        DateOnly.ParseExact(entity.Required("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        entity.WallClock("open"),
        entity.WallClock("close"),
        entity.WallClock("session_open"),
        entity.WallClock("session_close"));

    public static Activity Activity(JsonElement entity)
    {
        var word = entity.Required("activity_type");
        var at = entity.Instant("transaction_time") ?? entity.Instant("date")
            ?? throw new FormatException("The activity has no time.");
        return new Activity(entity.Required("id"), Kind(word), at, entity.Text("symbol") ?? "")
        {
            Side = OrderWords.Side(entity.Text("side")) ?? OrderSide.Buy,
            Quantity = entity.Number("qty") ?? 0,
            Price = entity.Number("price") ?? 0,
            Amount = entity.Number("net_amount") ?? 0,
            OrderId = entity.Text("order_id") ?? "",
        };
    }

    public static OrderEvent Event(JsonElement entity) => new(
        entity.Required("event"),
        entity.Instant("timestamp") ?? entity.Instant("at") ?? default,
        Order(entity.GetProperty("order")))
    {
        ExecutionId = entity.Text("execution_id"),
        Price = entity.Number("price"),
        Quantity = entity.Number("qty"),
    };

    /// <summary>A request as it was sent; the side, type and time that it had are all there.</summary>
    public static OrderRequest Request(JsonElement entity) => new()
    {
        ClientOrderId = entity.Required("client_order_id"),
        Symbol = entity.Required("symbol"),
        Side = Side(entity),
        Type = Type(entity),
        TimeInForce = OrderWords.Lasting(entity.Text("time_in_force")) ?? TimeInForce.Day,
        Class = OrderWords.Class(entity.Text("order_class")),
        Quantity = entity.Number("qty"),
        Notional = entity.Number("notional"),
        LimitPrice = entity.Number("limit_price"),
        StopPrice = entity.Number("stop_price"),
        TrailPrice = entity.Number("trail_price"),
        TrailPercent = entity.Number("trail_percent"),
        ExtendedHours = entity.Flag("extended_hours"),
        TakeProfit = Within(entity, "take_profit")?.Number("limit_price"),
        StopLoss = Within(entity, "stop_loss")?.Number("stop_price"),
        StopLossLimit = Within(entity, "stop_loss")?.Number("limit_price"),
    };

    /// <summary>The quote and the trade of a snapshot; a price of 0 means that there is none.</summary>
    public static Quote Snapshot(JsonElement entity)
    {
        var trade = Within(entity, "latestTrade");
        var last = trade?.Number("p") ?? 0;
        return Within(entity, "latestQuote") is { } quote
            ? new Quote(
                quote.Number("bp") ?? 0, quote.Number("ap") ?? 0, last,
                quote.Instant("t") ?? throw new FormatException("The quote has no time."))
            : new Quote(0, 0, last, trade?.Instant("t") ?? default);
    }

    // What an order or a request can't do without.
    private static OrderSide Side(JsonElement entity) =>
        OrderWords.Side(entity.Text("side")) ?? throw new FormatException("The order has no side.");

    private static OrderType Type(JsonElement entity) =>
        OrderWords.Type(entity.Text("type") ?? entity.Text("order_type"))
        ?? throw new FormatException("The order has no type.");

    private static JsonElement? Within(JsonElement entity, string name) =>
        entity.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object ? found : null;

    private static ActivityKind Kind(string word) => word switch
    {
        "FILL" => ActivityKind.Fill,
        "FEE" or "CFEE" or "PTC" => ActivityKind.Fee,
        "INT" or "INTNRA" or "INTTW" => ActivityKind.Interest,
        "CSD" or "CSW" or "TRANS" or "ACATC" or "JNLC" => ActivityKind.Transfer,
        "SPLIT" or "SSP" or "SSO" => ActivityKind.Split,
        _ => word.StartsWith("DIV", StringComparison.Ordinal) ? ActivityKind.Dividend : ActivityKind.Other,
    };
}
