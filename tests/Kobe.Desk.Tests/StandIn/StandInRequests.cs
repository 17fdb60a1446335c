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
        if (OrderWords.Side(entity.Text("side")) is null)
        {
            return (null, Refusals.Malform("invalid side"));
        }

        if (OrderWords.Type(entity.Text("type")) is null)
        {
            return (null, Refusals.Malform("invalid type"));
        }

        return OrderWords.Lasting(entity.Text("time_in_force")) is null
            ? (null, Refusals.Malform("invalid time_in_force"))
            : (AlpacaReading.Request(entity), null);
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
