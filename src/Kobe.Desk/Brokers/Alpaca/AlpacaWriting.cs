using System.Text.Json;

namespace Kobe.Desk.Brokers.Alpaca;

/// <summary>Alpaca's entities as JSON: what a client sends, and what the paper account keeps.</summary>
internal static class AlpacaWriting
{
    public static void Request(Utf8JsonWriter writer, OrderRequest request)
    {
        writer.WriteStartObject();
        writer.WriteString("symbol", request.Symbol);
        Optional(writer, "qty", request.Quantity);
        Optional(writer, "notional", request.Notional);
        writer.WriteString("side", OrderWords.Of(request.Side));
        writer.WriteString("type", request.Class == OrderClass.Oco ? "limit" : OrderWords.Of(request.Type));
        writer.WriteString("time_in_force", OrderWords.Of(request.TimeInForce));
        Optional(writer, "limit_price", request.LimitPrice);
        Optional(writer, "stop_price", request.StopPrice);
        Optional(writer, "trail_price", request.TrailPrice);
        Optional(writer, "trail_percent", request.TrailPercent);
        if (request.ExtendedHours)
        {
            writer.WriteBoolean("extended_hours", true);
        }

        writer.WriteString("client_order_id", request.ClientOrderId);
        if (request.Class != OrderClass.Simple)
        {
            writer.WriteString("order_class", OrderWords.Of(request.Class));
            Exits(writer, request);
        }

        writer.WriteEndObject();
    }

    public static void Change(Utf8JsonWriter writer, OrderChange change)
    {
        writer.WriteStartObject();
        Optional(writer, "qty", change.Quantity);
        if (change.TimeInForce is { } tif)
        {
            writer.WriteString("time_in_force", OrderWords.Of(tif));
        }

        Optional(writer, "limit_price", change.LimitPrice);
        Optional(writer, "stop_price", change.StopPrice);
        Optional(writer, "trail", change.Trail);
        if (change.ClientOrderId is { } id)
        {
            writer.WriteString("client_order_id", id);
        }

        writer.WriteEndObject();
    }

    /// <summary>The members of an order, without the braces, so that others can stand beside them.</summary>
    public static void OrderMembers(Utf8JsonWriter writer, Order order)
    {
        writer.WriteString("id", order.Id);
        writer.WriteString("client_order_id", order.ClientOrderId);
        Instant(writer, "created_at", order.SubmittedAt);
        Instant(writer, "updated_at", order.UpdatedAt);
        Instant(writer, "submitted_at", order.SubmittedAt);
        Instant(writer, "filled_at", order.FilledAt);
        Instant(writer, "expired_at", order.ExpiredAt);
        Instant(writer, "expires_at", order.ExpiresAt);
        Instant(writer, "canceled_at", order.CanceledAt);
        Text(writer, "replaced_by", order.ReplacedBy);
        Text(writer, "replaces", order.Replaces);
        writer.WriteString("symbol", order.Symbol);
        writer.WriteString("asset_class", "us_equity");
        Amount(writer, "notional", order.Notional);
        Amount(writer, "qty", order.Quantity);
        Amount(writer, "filled_qty", order.FilledQuantity);
        Amount(writer, "filled_avg_price", order.FilledAveragePrice);
        writer.WriteString("order_class", OrderWords.Of(order.Class));
        writer.WriteString("order_type", OrderWords.Of(order.Type));
        writer.WriteString("type", OrderWords.Of(order.Type));
        writer.WriteString("side", OrderWords.Of(order.Side));
        writer.WriteString("time_in_force", OrderWords.Of(order.TimeInForce));
        Amount(writer, "limit_price", order.LimitPrice);
        Amount(writer, "stop_price", order.StopPrice);
        Amount(writer, "trail_price", order.TrailPrice);
        Amount(writer, "trail_percent", order.TrailPercent);
        Amount(writer, "hwm", order.HighWaterMark);
        writer.WriteString(
            "status", order.Status == OrderStatus.Unknown ? order.StatusText : OrderWords.Of(order.Status));
        writer.WriteBoolean("extended_hours", order.ExtendedHours);
    }

    public static void ActivityMembers(Utf8JsonWriter writer, Activity activity)
    {
        writer.WriteString("activity_type", Word(activity.Kind));
        writer.WriteString("id", activity.Id);
        Instant(writer, "transaction_time", activity.At);
        writer.WriteString("symbol", activity.Symbol);
        if (activity.Kind == ActivityKind.Fill)
        {
            writer.WriteString("side", OrderWords.Of(activity.Side));
            Amount(writer, "price", activity.Price);
            writer.WriteString("order_id", activity.OrderId);
        }
        else
        {
            Amount(writer, "net_amount", activity.Amount);
        }

        Amount(writer, "qty", activity.Quantity);
    }

    public static void Amount(Utf8JsonWriter writer, string name, decimal? number) =>
        Text(writer, name, number is { } value ? Refusals.Text(value) : null);

    public static void Instant(Utf8JsonWriter writer, string name, DateTimeOffset? instant) =>
        Text(writer, name, instant is { } at ? $"{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.FFFFFFF}Z" : null);

    public static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is null)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, text);
        }
    }

    private static void Exits(Utf8JsonWriter writer, OrderRequest request)
    {
        if (request.TakeProfit is not null)
        {
            writer.WriteStartObject("take_profit");
            Optional(writer, "limit_price", request.TakeProfit);
            writer.WriteEndObject();
        }

        if (request.StopLoss is not null)
        {
            writer.WriteStartObject("stop_loss");
            Optional(writer, "stop_price", request.StopLoss);
            Optional(writer, "limit_price", request.StopLossLimit);
            writer.WriteEndObject();
        }
    }

    private static void Optional(Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } value)
        {
            writer.WriteString(name, Refusals.Text(value));
        }
    }

    private static string Word(ActivityKind kind) => kind switch
    {
        ActivityKind.Fill => "FILL",
        ActivityKind.Dividend => "DIV",
        ActivityKind.Fee => "FEE",
        ActivityKind.Interest => "INT",
        ActivityKind.Transfer => "CSD",
        ActivityKind.Split => "SPLIT",
        _ => "MISC",
    };
}
