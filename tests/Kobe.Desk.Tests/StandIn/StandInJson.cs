using System.Globalization;
using System.Text.Json;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Alpaca;

namespace Kobe.Desk.Tests.StandIn;

/// <summary>Alpaca's answers, written by the reference: money as text, times with an offset, fields nobody knows.</summary>
internal static class StandInJson
{
    public static Action<Utf8JsonWriter, IReadOnlyList<T>> Each<T>(Action<Utf8JsonWriter, T> write) => (writer, list) =>
    {
        writer.WriteStartArray();
        foreach (var one in list)
        {
            write(writer, one);
        }

        writer.WriteEndArray();
    };

    public static void Account(Utf8JsonWriter writer, Account account)
    {
        writer.WriteStartObject();
        writer.WriteString("id", "e6fe16f3-64a4-4921-8928-cadf02f92f98");
        writer.WriteString("account_number", account.Number);
        writer.WriteString("status", account.Status);
        writer.WriteString("crypto_status", "ACTIVE");
        writer.WriteString("a_field_of_tomorrow", "?");
        Money(writer, "cash", account.Cash);
        Money(writer, "equity", account.Equity);
        Money(writer, "last_equity", account.LastEquity);
        Money(writer, "buying_power", account.BuyingPower);
        Money(writer, "long_market_value", account.LongMarketValue);
        Money(writer, "short_market_value", account.ShortMarketValue);
        writer.WriteString("multiplier", account.Multiplier.ToString(CultureInfo.InvariantCulture));
        writer.WriteBoolean("shorting_enabled", account.ShortingEnabled);
        writer.WriteBoolean("trading_blocked", account.IsBlocked);
        writer.WriteBoolean("account_blocked", false);
        writer.WriteBoolean("trade_suspended_by_user", false);
        writer.WriteEndObject();
    }

    public static void Clock(Utf8JsonWriter writer, BrokerClock clock)
    {
        writer.WriteStartObject();
        writer.WriteString("timestamp", $"{Zoned(clock.Timestamp):yyyy-MM-dd'T'HH:mm:ss.fffffff}28{Zoned(clock.Timestamp):zzz}");
        writer.WriteBoolean("is_open", clock.IsOpen);
        writer.WriteString("next_open", $"{Zoned(clock.NextOpen):yyyy-MM-dd'T'HH:mm:sszzz}");
        writer.WriteString("next_close", $"{Zoned(clock.NextClose):yyyy-MM-dd'T'HH:mm:sszzz}");
        writer.WriteEndObject();
    }

    // Half of the times have a colon and half have none, as they come.
    public static void Day(Utf8JsonWriter writer, BrokerDay day)
    {
        writer.WriteStartObject();
        writer.WriteString("date", $"{day.Date:yyyy-MM-dd}");
        writer.WriteString("open", $"{day.Open:HH:mm}");
        writer.WriteString("close", $"{day.Close:HH:mm}");
        writer.WriteString("session_open", $"{day.SessionOpen:HHmm}");
        writer.WriteString("session_close", $"{day.SessionClose:HHmm}");
        writer.WriteString("settlement_date", $"{day.Date.AddDays(1):yyyy-MM-dd}");
        writer.WriteEndObject();
    }

    public static void Position(Utf8JsonWriter writer, Position position)
    {
        writer.WriteStartObject();
        writer.WriteString("asset_id", "b0b6dd9d-8b9b-48a9-ba46-b9d54906e415");
        writer.WriteString("symbol", position.Symbol);
        writer.WriteString("side", position.Quantity > 0 ? "long" : "short");
        Money(writer, "qty", position.Quantity);
        Money(writer, "qty_available", position.Available);
        Money(writer, "avg_entry_price", position.AverageEntryPrice);
        Money(writer, "market_value", position.MarketValue);
        Money(writer, "cost_basis", position.CostBasis);
        Money(writer, "current_price", position.CurrentPrice);
        writer.WriteEndObject();
    }

    public static void Order(Utf8JsonWriter writer, Order order)
    {
        writer.WriteStartObject();
        AlpacaWriting.OrderMembers(writer, order);
        writer.WriteString("asset_id", "b0b6dd9d-8b9b-48a9-ba46-b9d54906e415");
        writer.WriteNull("subtag");
        if (order.Legs.Length == 0)
        {
            writer.WriteNull("legs");
        }
        else
        {
            writer.WritePropertyName("legs");
            Each<Order>(Order)(writer, order.Legs);
        }

        writer.WriteEndObject();
    }

    public static void Activity(Utf8JsonWriter writer, Activity activity)
    {
        writer.WriteStartObject();
        AlpacaWriting.ActivityMembers(writer, activity);
        writer.WriteString("leaves_qty", "0");
        writer.WriteEndObject();
    }

    public static void Event(Utf8JsonWriter writer, OrderEvent what)
    {
        writer.WriteStartObject();
        writer.WriteString("stream", "trade_updates");
        writer.WriteStartObject("data");
        writer.WriteString("event", what.Event);
        AlpacaWriting.Text(writer, "execution_id", what.ExecutionId);
        AlpacaWriting.Amount(writer, "price", what.Price);
        AlpacaWriting.Amount(writer, "qty", what.Quantity);
        AlpacaWriting.Instant(writer, "timestamp", what.At);
        writer.WritePropertyName("order");
        Order(writer, what.Order);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static void Snapshot(Utf8JsonWriter writer, Quote quote)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("latestTrade");
        AlpacaWriting.Instant(writer, "t", quote.At);
        writer.WriteNumber("p", quote.Last);
        writer.WriteEndObject();
        writer.WriteStartObject("latestQuote");
        AlpacaWriting.Instant(writer, "t", quote.At);
        writer.WriteNumber("ap", quote.Ask);
        writer.WriteNumber("bp", quote.Bid);
        writer.WriteEndObject();
        writer.WriteNull("minuteBar");
        writer.WriteEndObject();
    }

    public static void Refusal(Utf8JsonWriter writer, BrokerRefusal refusal)
    {
        writer.WriteStartObject();
        if (refusal.Code != 0)
        {
            writer.WriteNumber("code", refusal.Code);
        }

        writer.WriteString("message", refusal.Message);
        foreach (var (name, figure) in refusal.Figures)
        {
            writer.WriteString(name, figure);
        }

        writer.WriteEndObject();
    }

    private static void Money(Utf8JsonWriter writer, string name, decimal value) =>
        writer.WriteString(name, value.ToString(CultureInfo.InvariantCulture));

    private static DateTimeOffset Zoned(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zones.NewYork);
}
