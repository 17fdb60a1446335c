using System.Text.Json;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Alpaca;

namespace Kobe.Desk.Tests.StandIn;

/// <summary>What a client sends, read as the service reads it.</summary>
internal static class StandInRequests
{
    public static (OrderRequest? Request, BrokerRefusal? Wrong) Order(string body)
    {
        using var document = JsonDocument.Parse(body);
        var entity = document.RootElement;
        if (OrderWords.Side(entity.Text("side")) is not { } side)
        {
            return (null, Refusals.Malform("invalid side"));
        }

        if (OrderWords.Type(entity.Text("type")) is not { } type)
        {
            return (null, Refusals.Malform("invalid type"));
        }

        if (OrderWords.Lasting(entity.Text("time_in_force")) is not { } tif)
        {
            return (null, Refusals.Malform("invalid time_in_force"));
        }

        var profit = entity.TryGetProperty("take_profit", out var found) ? found : default;
        var loss = entity.TryGetProperty("stop_loss", out found) ? found : default;
        return (new OrderRequest
        {
            ClientOrderId = entity.Text("client_order_id") ?? "",
            Symbol = entity.Text("symbol") ?? "",
            Side = side,
            Type = type,
            TimeInForce = tif,
            Class = OrderWords.Class(entity.Text("order_class")),
            Quantity = entity.Number("qty"),
            Notional = entity.Number("notional"),
            LimitPrice = entity.Number("limit_price"),
            StopPrice = entity.Number("stop_price"),
            TrailPrice = entity.Number("trail_price"),
            TrailPercent = entity.Number("trail_percent"),
            ExtendedHours = entity.Flag("extended_hours"),
            TakeProfit = profit.ValueKind == JsonValueKind.Object ? profit.Number("limit_price") : null,
            StopLoss = loss.ValueKind == JsonValueKind.Object ? loss.Number("stop_price") : null,
            StopLossLimit = loss.ValueKind == JsonValueKind.Object ? loss.Number("limit_price") : null,
        }, null);
    }

    public static OrderChange Change(string body)
    {
        using var document = JsonDocument.Parse(body);
        var entity = document.RootElement;
        return new OrderChange
        {
            Quantity = entity.Number("qty"),
            LimitPrice = entity.Number("limit_price"),
            StopPrice = entity.Number("stop_price"),
            Trail = entity.Number("trail"),
            TimeInForce = OrderWords.Lasting(entity.Text("time_in_force")),
            ClientOrderId = entity.Text("client_order_id"),
        };
    }
}
