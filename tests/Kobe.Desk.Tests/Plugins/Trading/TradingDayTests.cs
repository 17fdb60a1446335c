using Kobe.Contracts;
using Kobe.Desk.Orders;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Plugins.Trading;

/// <summary>Whole days on made-up minutes: plan, entry, fill, stop, exit, reconciliation, result.</summary>
public sealed class TradingDayTests
{
    // A week with an early close in it, and all of the made-up symbols.
    private static readonly DateOnly First = new(2026, 11, 23);
    private static readonly DateOnly Last = new(2026, 11, 27);

    [Fact]
    public async Task Week_TradesByItsRules_AndTheBooksAgreeEachEvening()
    {
        using var stage = await MarketStage.SyntheticAsync(HandlerStage.At("2026-11-23", "07:00"), symbols: []);
        var table = new TradingTimetable(stage);
        for (var date = First; date <= Last; date = Exchange.Xnys.NextSession(date)!.Date)
        {
            await table.PlayAsync(date);
            var desk = await table.DeskAsync();
            var account = (await desk.Account.AccountAsync(default)).ValueOrDefault!;
            Assert.Equal((account.Cash, account.Equity), (desk.Ledger.Cash, desk.Ledger.Equity));
            Assert.DoesNotContain(desk.Orders, order => order.IsInDoubt || order.State == RecordState.Rejected);
        }

        Assert.DoesNotContain(table.Runs, run => run.Result is TaskResult.Failed or TaskResult.Fatal);
        var sent = (await table.DeskAsync()).Orders.Where(order => order.WasSent).ToList();
        var entries = sent.Where(order => order.Kind == IntentKind.Entry).ToList();
        Assert.InRange(entries.Count, 8, 40);
        Assert.Contains(entries, order => !order.IsForTheDay);
        Assert.Contains(sent, order => order.Kind == IntentKind.Exit);
        Assert.All(entries, order => Assert.Contains(PhaseOf(order.At), new[] { Phase.PRE_MARKET, Phase.MORNING, Phase.POWER_HOUR, Phase.CLOSING }));
        Assert.All(entries, order => Assert.True(order.PlannedStop < order.LimitPrice, order.ToString()));
        Assert.Equal(entries.Count, entries.Select(order => (order.Key, order.Symbol)).Distinct().Count());
        Assert.True(File.Exists(Path.Combine(stage.State, "desk", "paper", "results", "2026-11-27.json")));
        Assert.NotNull(stage.Find("account.day"));
    }

    [Fact]
    public async Task SamePrices_GiveTheSameOrders()
    {
        var first = await OrdersAsync();

        Assert.NotEmpty(first);
        Assert.Equal(first, await OrdersAsync());
    }

    [Fact]
    public async Task DayTrades_DontStayOvernight_AndWhatStaysHasAStop()
    {
        using var stage = await MarketStage.SyntheticAsync(HandlerStage.At("2026-11-23", "07:00"), symbols: []);
        var table = new TradingTimetable(stage);
        await table.PlayAsync(First);

        var desk = await table.DeskAsync();
        var held = (await desk.Account.PositionsAsync(default)).ValueOrDefault!;
        var open = (await desk.Account.OpenOrdersAsync(default)).ValueOrDefault!;
        var book = new Kobe.Plugins.Trading.Books.PositionBook(Path.Combine(stage.State, "desk", "paper"));
        Assert.NotEmpty(held);
        Assert.All(held, position => Assert.False(book.Find(position.Symbol)!.IsDayTrade, position.Symbol));
        Assert.All(held, position => Assert.Equal(position.Quantity, Kobe.Plugins.Trading.Stops.StopLevel.Covered(position, open)));
    }

    private static async Task<string[]> OrdersAsync()
    {
        using var stage = await MarketStage.SyntheticAsync(HandlerStage.At("2026-11-23", "07:00"), seed: 7, symbols: []);
        var table = new TradingTimetable(stage);
        await table.PlayAsync(First);
        return [.. (await table.DeskAsync()).Orders.Select(order => order.ToString())];
    }

    private static Phase PhaseOf(DateTimeOffset at)
    {
        var session = Exchange.Xnys.On(DateOnly.FromDateTime(at.UtcDateTime)).Session!;
        return at < session.Open ? Phase.PRE_MARKET
            : at < session.Open.AddMinutes(30) ? Phase.OPENING
            : at < session.Open.AddMinutes(120) ? Phase.MORNING
            : at < session.Close.AddMinutes(-90) ? Phase.LUNCH
            : at < session.Close.AddMinutes(-30) ? Phase.POWER_HOUR : Phase.CLOSING;
    }
}
