using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Fills;
using static Kobe.Desk.Tests.Brokers.BrokerScene;

namespace Kobe.Desk.Tests.Brokers;

/// <summary>Orders on the paper exchange that the contract's vectors don't reach.</summary>
public class PaperExchangeTests
{
    private static readonly PaperOptions Whole = new() { PartialShare = 0 };

    [Fact]
    public void TrailingStop_FollowsTheBestPrice_AndSellsBelowIt()
    {
        var exchange = Owning(10);
        var order = Take(exchange, Sell("t1", 10) with { Type = OrderType.TrailingStop, TrailPrice = 2 });
        Assert.Equal((190m, 188m), (order.HighWaterMark!.Value, order.StopPrice!.Value));

        Show(exchange, 195m);
        Show(exchange, 193.5m);
        Assert.Equal((OrderStatus.New, 195m, 193m), Read(exchange, order) is var up ? (up.Status, up.HighWaterMark!.Value, up.StopPrice!.Value) : default);
        Show(exchange, 193m);

        Assert.Equal(OrderStatus.Filled, Read(exchange, order).Status);
    }

    [Fact]
    public void Stop_SellsAtTheBid_OnceItsPriceHasTraded()
    {
        var exchange = Owning(10);
        var order = Take(exchange, Sell("s1", 10) with { Type = OrderType.Stop, StopPrice = 185 });
        Show(exchange, 185.01m);
        Assert.Equal(OrderStatus.New, Read(exchange, order).Status);

        Show(exchange, 184m);

        Assert.Equal((OrderStatus.Filled, 183.98m), Read(exchange, order) is var done ? (done.Status, done.FilledAveragePrice!.Value) : default);
    }

    [Fact]
    public void BuyStop_DoesNotChaseAPriceThatRanAway()
    {
        var exchange = Exchange();
        var order = Take(exchange, Buy("s2", 10) with { Type = OrderType.Stop, StopPrice = 200 });

        Show(exchange, 210m);
        Assert.Equal(OrderStatus.New, Read(exchange, order).Status);
        Show(exchange, 204m);

        Assert.Equal(204.02m, Read(exchange, order).FilledAveragePrice);
    }

    [Fact]
    public void StopLimit_SellsNoWorseThanItsLimit()
    {
        var exchange = Owning(10);
        var order = Take(exchange, Sell("s3", 10, 184) with { Type = OrderType.StopLimit, StopPrice = 185 });

        Show(exchange, 183m);
        Assert.Equal(OrderStatus.New, Read(exchange, order).Status);
        Show(exchange, 186m);

        Assert.Equal(185.98m, Read(exchange, order).FilledAveragePrice);
    }

    [Theory]
    [InlineData(nameof(TimeInForce.Ioc), "4", OrderStatus.Expired)]
    [InlineData(nameof(TimeInForce.Fok), "0", OrderStatus.Expired)]
    [InlineData(nameof(TimeInForce.Day), "4", OrderStatus.PartiallyFilled)]
    public void ImmediateOrders_ExpireWithWhatIsNotDone(string tif, string done, OrderStatus status)
    {
        var exchange = Exchange();
        exchange.Faults.FillAtMost(4);
        var order = Take(exchange, Buy("i1", 10, 190.05m) with { TimeInForce = Enum.Parse<TimeInForce>(tif) });

        exchange.Advance(Start);

        Assert.Equal((status, decimal.Parse(done)), Read(exchange, order) is var read ? (read.Status, read.FilledQuantity) : default);
    }

    [Fact]
    public void Oco_HoldsTheSharesOnce_AndPartOfOneShrinksTheOther()
    {
        var exchange = Owning(10);
        exchange.Faults.FillAtMost(4);
        var profit = Take(exchange, Sell("o1", 10) with { Class = OrderClass.Oco, TakeProfit = 195, StopLoss = 185 });
        Assert.Equal(0, exchange.Position("AAPL")!.Available);

        Show(exchange, 195.5m);

        var loss = exchange.Find(profit.Id).ValueOrDefault!.Legs[0];
        Assert.Equal((OrderStatus.PartiallyFilled, 4m), Read(exchange, profit) is var read ? (read.Status, read.FilledQuantity) : default);
        Assert.Equal((OrderStatus.New, 6m), (loss.Status, loss.Quantity));
        Show(exchange, 184m);
        Assert.Equal(OrderStatus.Filled, exchange.Find(loss.Id).ValueOrDefault!.Status);
        Assert.Equal(OrderStatus.Canceled, Read(exchange, profit).Status);
        Assert.Null(exchange.Position("AAPL"));
    }

    [Fact]
    public void TakingBackAnEntry_TakesItsExitsBack()
    {
        var exchange = Exchange();
        var parent = Take(exchange, Buy("b1", 10, 180) with { Class = OrderClass.Bracket, TakeProfit = 195, StopLoss = 175 });

        exchange.Cancel(parent.Id);
        exchange.Advance(Start.AddSeconds(1));

        Assert.All(parent.Legs, leg => Assert.Equal(OrderStatus.Canceled, Read(exchange, leg).Status));
    }

    [Fact]
    public void OrderByAmount_BuysAFraction_ToTheNinthDecimal()
    {
        var exchange = Exchange();
        var order = Take(exchange, Buy("f1", null) with { Notional = 100 });
        exchange.Advance(Start);

        var read = Read(exchange, order);
        Assert.Equal((OrderStatus.Filled, 0.526260393m), (read.Status, read.FilledQuantity));
    }

    [Theory]
    // quantity, class, tif, message
    [InlineData("1.5", "Bracket", "Day", "fractional orders must be simple orders")]
    [InlineData("1.5", "Simple", "Gtc", "fractional orders must be DAY orders")]
    [InlineData("1.0000000001", "Simple", "Day", "qty must have at most 9 decimals")]
    public void Fractions_AreForSimpleDayOrders(string quantity, string type, string tif, string message)
    {
        var request = Buy("f2", decimal.Parse(quantity)) with
        {
            Class = Enum.Parse<OrderClass>(type),
            TimeInForce = Enum.Parse<TimeInForce>(tif),
            TakeProfit = 200,
            StopLoss = 180,
        };

        Assert.Equal(message, ((BrokerReply<Order>.Refused)Exchange().Submit(request)).Refusal.Message);
    }

    [Fact]
    public void SellingMoreThanIsHeld_IsRefused_AndAShortOnlyWhereAllowed()
    {
        var exchange = Owning(10);
        var more = ((BrokerReply<Order>.Refused)exchange.Submit(Sell("m1", 11))).Refusal;
        var none = ((BrokerReply<Order>.Refused)Exchange().Submit(Sell("m2", 1))).Refusal;
        var allowed = Exchange(Whole with { Shorting = true });

        Assert.Equal((RefusalKind.HeldShares, RefusalKind.Shorting), (more.Kind, none.Kind));
        Take(allowed, Sell("m3", 10));
        allowed.Advance(Start);
        Assert.Equal((-10m, -1900m), allowed.Position("AAPL") is { } held ? (held.Quantity, held.MarketValue) : default);
        Assert.Equal(101_899.80m, allowed.Cash);
        Assert.Equal(RefusalKind.HeldShares, ((BrokerReply<Order>.Refused)allowed.Submit(Buy("m4", 11))).Refusal.Kind);
    }

    [Fact]
    public void HaltedSymbol_TakesOrders_AndTradesNone()
    {
        var exchange = Exchange();
        exchange.Halt("AAPL", halted: true);
        var order = Take(exchange, Buy("h1", 1));
        exchange.Advance(Start.AddMinutes(1));
        Assert.Equal(OrderStatus.New, Read(exchange, order).Status);

        exchange.Halt("AAPL", halted: false);
        exchange.Advance(Start.AddMinutes(2));

        Assert.Equal(OrderStatus.Filled, Read(exchange, order).Status);
    }

    [Fact]
    public void Bar_FillsOnlyOrdersThatWereThereBeforeIt_AndATenthOfItsVolume()
    {
        var exchange = new PaperExchange(Support.Exchange.Xnys, Whole, Start);
        exchange.PlayBar("XYZ", Start.AddMinutes(-1), Start, new(50, 51, 49, 50), 1000);
        var (bar, next) = (Start.AddMinutes(1), Start.AddMinutes(2));
        var order = Take(exchange, Buy("p1", 150) with { Symbol = "XYZ" });

        exchange.Advance(bar.AddSeconds(30));
        var inside = Take(exchange, Buy("p2", 1) with { Symbol = "XYZ" });
        exchange.PlayBar("XYZ", bar, next, new(50.5m, 51, 50, 50.8m), 1000);
        Assert.Equal((100m, 50.5m), Read(exchange, order) is var part ? (part.FilledQuantity, part.FilledAveragePrice!.Value) : default);
        Assert.Equal(0, Read(exchange, inside).FilledQuantity);
        exchange.PlayBar("XYZ", next, next.AddMinutes(1), new(51, 52, 50, 51), 1000);

        Assert.Equal((OrderStatus.Filled, 150m), Read(exchange, order) is var all ? (all.Status, all.FilledQuantity) : default);
        Assert.Equal(OrderStatus.Filled, Read(exchange, inside).Status);
    }

    [Fact]
    public void OrderPlacedWithinABar_WaitsForTheNextOne_HoweverMuchTrades()
    {
        var exchange = new PaperExchange(Support.Exchange.Xnys, Whole, Start);
        exchange.PlayBar("XYZ", Start.AddMinutes(-1), Start, new(50, 51, 49, 50), 100_000);
        var (bar, next) = (Start.AddMinutes(1), Start.AddMinutes(2));
        exchange.Advance(bar.AddSeconds(30));
        var order = Take(exchange, Buy("p1", 10) with { Symbol = "XYZ" });

        exchange.PlayBar("XYZ", bar, next, new(50, 51, 50, 51), 100_000);
        Assert.Equal(0, Read(exchange, order).FilledQuantity);
        exchange.PlayBar("XYZ", next, next.AddMinutes(1), new(52, 53, 51, 52), 100_000);

        Assert.Equal((10m, 52m), Read(exchange, order) is var done ? (done.FilledQuantity, done.FilledAveragePrice!.Value) : default);
    }

    [Fact]
    public void BarThatPassesBothExits_AssumesTheLoss()
    {
        var exchange = Owning(10);
        var profit = Take(exchange, Sell("o1", 10) with { Class = OrderClass.Oco, TakeProfit = 195, StopLoss = 185 });

        exchange.PlayBar("AAPL", Start.AddMinutes(1), Start.AddMinutes(2), new(190, 196, 184, 190), 100_000);

        Assert.Equal(OrderStatus.Canceled, Read(exchange, profit).Status);
        Assert.Equal(185m, exchange.Find(profit.Id).ValueOrDefault!.Legs[0].FilledAveragePrice);
    }

    [Theory]
    // side, type, limit, stop, open, high, low, close, price or -
    [InlineData("Buy", "Market", 0, 0, 10, 12, 9, 11, "10")]
    [InlineData("Buy", "Limit", 10, 0, 11, 12, 9, 11, "10")]
    [InlineData("Buy", "Limit", 10, 0, 9.5, 12, 9, 11, "9.5")]
    [InlineData("Buy", "Limit", 8, 0, 11, 12, 9, 11, "-")]
    [InlineData("Sell", "Limit", 11.5, 0, 11, 12, 9, 11, "11.5")]
    [InlineData("Sell", "Limit", 10, 0, 11, 12, 9, 11, "11")]
    [InlineData("Buy", "Stop", 0, 11.5, 11, 12, 9, 11, "11.5")]
    [InlineData("Buy", "Stop", 0, 10, 11, 12, 9, 11, "11")]
    [InlineData("Sell", "Stop", 0, 10, 11, 12, 9, 11, "10")]
    [InlineData("Sell", "Stop", 0, 10, 9.5, 12, 9, 11, "9.5")]
    [InlineData("Sell", "Stop", 0, 8, 11, 12, 9, 11, "-")]
    [InlineData("Buy", "StopLimit", 11.8, 11.5, 11, 12, 9, 11, "11.5")]
    [InlineData("Buy", "StopLimit", 11.2, 11.5, 11, 12, 9, 11, "11.2")]
    [InlineData("Buy", "StopLimit", 11.2, 11.5, 11, 12, 9, 11.6, "-")]
    [InlineData("Buy", "StopLimit", 11.8, 10, 11, 12, 9, 11, "11")]
    [InlineData("Sell", "StopLimit", 9.8, 10, 11, 12, 9, 11, "10")]
    [InlineData("Sell", "StopLimit", 10.2, 10, 11, 12, 9, 9.5, "-")]
    public void FillRules_TakeTheLessPleasantOfWhatMayHaveHappened(
        string side, string type, double limit, double stop, double open, double high, double low, double close, string price)
    {
        var (way, kind) = (Enum.Parse<OrderSide>(side), Enum.Parse<OrderType>(type));
        var money = FillRules.PriceIn(
            way, kind, (decimal)limit, (decimal)stop, new BarPrices<decimal>((decimal)open, (decimal)high, (decimal)low, (decimal)close));
        var number = FillRules.PriceIn(way, kind, limit, stop, new BarPrices<double>(open, high, low, close));

        Assert.Equal(price == "-" ? null : decimal.Parse(price), money);
        Assert.Equal((double?)money, number);
    }

    private static PaperExchange Exchange(PaperOptions? options = null)
    {
        var exchange = new PaperExchange(Support.Exchange.Xnys, options ?? Whole, Start);
        Show(exchange, 190m);
        return exchange;
    }

    private static PaperExchange Owning(decimal quantity)
    {
        var exchange = Exchange();
        Take(exchange, Buy("own", quantity));
        exchange.Advance(Start);
        return exchange;
    }

    private static void Show(PaperExchange exchange, decimal last)
    {
        exchange.Show("AAPL", new Quote(last - 0.02m, last + 0.02m, last, exchange.Now));
        exchange.Advance(exchange.Now);
    }

    private static Order Take(PaperExchange exchange, OrderRequest request)
    {
        var reply = exchange.Submit(request);
        Assert.True(reply is BrokerReply<Order>.Done, reply.ToString());
        return reply.ValueOrDefault!;
    }

    private static Order Read(PaperExchange exchange, Order order) => exchange.Find(order.Id).ValueOrDefault!;
}
