using System.Text.Json;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Alpaca;

namespace Kobe.Desk.Tests.Brokers;

/// <summary>Answers as the reference prints them, to the letter, and as they drift.</summary>
public class AlpacaReadingTests
{
    [Fact]
    public void V23_Account_IsRead_WithoutTheFormerDayTradeFields_AndWithUnknownOnes()
    {
        var account = AlpacaReading.Account(Json("""
            {"id":"e6fe16f3-64a4-4921-8928-cadf02f92f98","account_number":"010203ABCD","status":"ACCOUNT_UPDATED","crypto_status":"ACTIVE",
             "currency":"USD","cash":"100000","portfolio_value":"100000","equity":"100000.5","last_equity":"99000","buying_power":"200000",
             "long_market_value":"0","short_market_value":0,"multiplier":"2","shorting_enabled":true,"trade_suspended_by_user":false,
             "trading_blocked":false,"account_blocked":true,"of_tomorrow":{"a":[1]}}
            """));

        Assert.Equal(("010203ABCD", "ACCOUNT_UPDATED", 100_000m), (account.Number, account.Status, account.Cash));
        Assert.Equal((100_000.5m, 99_000m, 200_000m, 2m), (account.Equity, account.LastEquity, account.BuyingPower, account.Multiplier));
        Assert.True(account.ShortingEnabled);
        Assert.True(account.IsBlocked);
    }

    [Fact]
    public void Order_IsRead_AsTheReferencePrintsIt()
    {
        var order = AlpacaReading.Order(Json("""
            {"id":"61e69015-8549-4bfd-b9c3-01e75843f47d","client_order_id":"kobe-20261127-orb-AAPL-entry-1","created_at":"2026-11-27T14:35:01.942282Z",
             "updated_at":"2026-11-27T14:35:01.942282Z","submitted_at":"2026-11-27T14:35:01.937734Z","filled_at":null,"expired_at":null,
             "expires_at":"2026-11-27T18:00:00Z","canceled_at":null,"failed_at":null,"replaced_at":null,"replaced_by":null,"replaces":null,
             "asset_id":"b0b6dd9d-8b9b-48a9-ba46-b9d54906e415","symbol":"AAPL","asset_class":"us_equity","notional":null,"qty":"10","filled_qty":0,
             "filled_avg_price":null,"order_class":"","order_type":"limit","type":"limit","side":"buy","time_in_force":"day","limit_price":"190.10",
             "stop_price":null,"status":"accepted","extended_hours":false,"legs":null,"trail_percent":null,"trail_price":null,"hwm":null,
             "position_intent":"buy_to_open","subtag":null,"source":null}
            """));

        Assert.Equal(("AAPL", OrderSide.Buy, OrderType.Limit, TimeInForce.Day), (order.Symbol, order.Side, order.Type, order.TimeInForce));
        Assert.Equal((OrderStatus.Accepted, OrderClass.Simple, 10m, 190.10m), (order.Status, order.Class, order.Quantity, order.LimitPrice));
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 18, 0, 0, TimeSpan.Zero), order.ExpiresAt);
    }

    [Theory]
    [InlineData("filled", OrderStatus.Filled, "")]
    [InlineData("pending_replace", OrderStatus.PendingReplace, "")]
    [InlineData("gone_fishing", OrderStatus.Unknown, "gone_fishing")]
    public void Status_ThatNobodyKnows_KeepsItsWord_AndCountsAsOpen(string word, OrderStatus status, string text)
    {
        var order = AlpacaReading.Order(Json(
            $$"""{"id":"1","client_order_id":"c","symbol":"A","side":"sell","type":"market","status":"{{word}}"}"""));

        Assert.Equal((status, text), (order.Status, order.StatusText));
        Assert.Equal(status == OrderStatus.Filled, order.IsTerminal);
    }

    [Theory]
    [InlineData("2026-11-27T09:35:01.451420928-05:00", "2026-11-27T14:35:01.4514209Z")]
    [InlineData("2026-07-01T09:30:00.123456789-04:00", "2026-07-01T13:30:00.1234567Z")]
    [InlineData("2026-11-27T14:35:01Z", "2026-11-27T14:35:01Z")]
    [InlineData("2026-11-27T14:35:01.5Z", "2026-11-27T14:35:01.5Z")]
    public void V24_Timestamps_WithUpToNineDecimals_AreInstants(string text, string utc) =>
        Assert.Equal(Days.Instant(utc), AlpacaValues.Instant(text));

    [Fact]
    public void Day_IsRead_WithAndWithoutColons()
    {
        var day = AlpacaReading.Day(Json(
            """{"date":"2026-11-27","open":"09:30","close":"13:00","session_open":"0400","session_close":"1700","settlement_date":"2026-11-30"}"""));

        Assert.Equal(new BrokerDay(new(2026, 11, 27), new(9, 30), new(13, 0), new(4, 0), new(17, 0)), day);
    }

    [Theory]
    [InlineData("""{"activity_type":"FILL","id":"2026::9d5b","price":"190.1","qty":"10","side":"buy","transaction_time":"2026-11-27T14:35:01Z"}""", ActivityKind.Fill, "0")]
    [InlineData("""{"activity_type":"DIV","id":"2026::1","date":"2026-11-27","net_amount":"1.02","symbol":"T","qty":"2"}""", ActivityKind.Dividend, "1.02")]
    [InlineData("""{"activity_type":"DIVNRA","id":"2026::2","date":"2026-11-27","net_amount":"-0.15","symbol":"T"}""", ActivityKind.Dividend, "-0.15")]
    [InlineData("""{"activity_type":"XYZ","id":"2026::3","date":"2026-11-27","net_amount":"9"}""", ActivityKind.Other, "9")]
    public void Activity_IsReadByItsKind(string json, ActivityKind kind, string amount)
    {
        var activity = AlpacaReading.Activity(Json(json));

        Assert.Equal((kind, decimal.Parse(amount)), (activity.Kind, activity.Amount));
    }

    [Theory]
    [InlineData(401, """{"message":"unauthorized."}""", RefusalKind.Unauthorized)]
    [InlineData(403, """{"message":"forbidden."}""", RefusalKind.Unauthorized)]
    [InlineData(403, """{"code":40310000,"message":"insufficient buying power","buying_power":"1","cost_basis":"2"}""", RefusalKind.BuyingPower)]
    [InlineData(403, """{"code":40310000,"message":"insufficient qty available for order (requested: 5, available: 0)","related_orders":["a","b"]}""", RefusalKind.HeldShares)]
    [InlineData(403, """{"code":40310000,"message":"potential wash trade detected. use complex orders"}""", RefusalKind.WashTrade)]
    [InlineData(403, """{"code":40310100,"message":"trade denied due to pattern day trading protection"}""", RefusalKind.Other)]
    [InlineData(404, """{"code":40410000,"message":"order not found for 1"}""", RefusalKind.NotFound)]
    [InlineData(422, """{"code":42210000,"message":"client_order_id must be unique"}""", RefusalKind.DuplicateClientOrderId)]
    [InlineData(422, """{"code":42210000,"message":"order is already in \"filled\" state"}""", RefusalKind.NotOpen)]
    [InlineData(422, """{"code":40010001,"message":"qty must be > 0"}""", RefusalKind.Invalid)]
    [InlineData(429, """{"code":42910000,"message":"too many requests"}""", RefusalKind.RateLimited)]
    [InlineData(404, "<html>not here</html>", RefusalKind.NotFound)]
    public void Refusal_IsKnownByStatusAndMessage(int status, string body, RefusalKind kind) =>
        Assert.Equal(kind, AlpacaRefusal.Of(status, System.Text.Encoding.UTF8.GetBytes(body)).Kind);

    [Fact]
    public void Endpoint_IsOwnedByTheMode_AndAStandInIsOnThisMachine()
    {
        var (paper, live) = (AlpacaEndpoint.For(DeskMode.Paper), AlpacaEndpoint.For(DeskMode.Live));

        Assert.Equal("paper-api.alpaca.markets", AlpacaEndpoint.For(DeskMode.Observe).Trading.Host);
        Assert.Equal("api.alpaca.markets", live.Trading.Host);
        Assert.False(paper.Owns(new Uri("https://api.alpaca.markets/v2/orders")));
        Assert.False(live.Owns(new Uri("http://api.alpaca.markets/v2/orders")));
        Assert.False(paper.Owns(new Uri("https://paper-api.alpaca.markets.example/v2/orders")));
        Assert.Throws<ArgumentException>(() => AlpacaEndpoint.StandIn(new Uri("http://192.0.2.1/")));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
