using Kobe.Contracts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Trading.Books;
using Kobe.Plugins.Trading.Exits;
using Kobe.Plugins.Trading.Plans;
using Kobe.Plugins.Trading.Reports;
using Kobe.Plugins.Trading.Signals;
using Kobe.Plugins.Trading.Watching;

namespace Kobe.Desk.Tests.Plugins.Trading;

/// <summary>What the watching rows find, and what they leave alone.</summary>
public sealed class WatchingTests : OrderScene
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DayTradeThatIsLeft_IsListed_AndNotFlat(bool dayTrade)
    {
        await HoldAsync();
        var book = new PositionBook(Path.Combine(Stage.State, "desk", "paper"));
        book.Put(book.Find("ALFA")! with { IsDayTrade = dayTrade });
        book.Save();

        var list = await Stage.RunAsync(new UnwindListHandler());
        var flat = await Stage.RunAsync(new AssertFlatHandler());

        if (dayTrade)
        {
            Assert.Equal(1, Assert.IsType<TaskResult.Succeeded>(list).Evidence.Counts["day_trades"]);
            Assert.Contains("ALFA", Assert.IsType<TaskResult.Failed>(flat).Error, StringComparison.Ordinal);
            Assert.Contains(Stage.Notices, notice => notice.Urgency == Urgency.Critical && notice.Text.Contains("still open: ", StringComparison.Ordinal));
        }
        else
        {
            Assert.Equal("no day trade is open (1 positions in all)", Assert.IsType<TaskResult.Skipped>(list).Why);
            Assert.Equal((0L, 1L), (Assert.IsType<TaskResult.Succeeded>(flat).Evidence.Counts["day_trades_left"], ((TaskResult.Succeeded)flat).Evidence.Counts["positions"]));
        }
    }

    [Fact]
    public async Task WorkingOrder_IsStale_WhenItIsOld()
    {
        var price = await PriceAsync();
        await BuyAsync(price * 0.9m, price * 0.8m);
        var poll = new PollArguments(TimeSpan.FromMinutes(10));

        Assert.Equal(0, (await Stage.SucceedAsync(new PollOrdersHandler(), poll)).Evidence.Counts["stale"]);
        Stage.Time.Pass(TimeSpan.FromMinutes(11));
        Assert.Equal(1, (await Stage.SucceedAsync(new PollOrdersHandler(), poll)).Evidence.Counts["stale"]);
    }

    [Fact]
    public async Task EntryForTheAuction_IsNotTakenBack_ThoughItIsOld()
    {
        Stage.Time.Set(HandlerStage.At("2026-11-24", "09:15"));
        var price = decimal.Round(await PriceAsync(), 2);
        var answer = await Stage.Time.RunAsync((await DeskAsync()).Door.SubmitAsync(
            new()
            {
                Key = "auction@1", Task = "auction", Kind = IntentKind.Entry, Symbol = "ALFA", Side = OrderSide.Buy, Quantity = 10, Type = OrderType.Limit,
                TimeInForce = TimeInForce.Opg, LimitPrice = price, PlannedStop = price * 0.9m, NamesPhase = true,
            },
            default));
        Assert.True(answer is DoorAnswer.Confirmed, answer.ToString());
        Stage.Time.Pass(TimeSpan.FromMinutes(11));

        var result = await Stage.SucceedAsync(new ManageUnfilledHandler(), new CancelArguments(TimeSpan.FromMinutes(10)));

        Assert.Equal((1L, 0L), (result.Evidence.Counts["open"], result.Evidence.Counts["taken_back"]));
        Assert.Single(await OpenAsync());
    }

    [Fact]
    public async Task FillWithoutItsOrder_IsFoundInTheAudit()
    {
        await HoldAsync();
        Assert.Equal(0, (await Stage.SucceedAsync(new OrderAuditHandler())).Evidence.Counts["problems"]);
        DeskRoom.Close(Stage.State);
        File.Delete(Path.Combine(Stage.State, "desk", "paper", "orders.jsonl"));

        var fatal = Assert.IsType<TaskResult.Fatal>(await Stage.RunAsync(new OrderAuditHandler()));

        Assert.Contains("belongs to no order", fatal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_LeavesOutWhatOtherRowsBlocked()
    {
        Stage.Publish(Fact.Of("data.freshness", new Dictionary<string, string[]> { ["stale"] = ["ALFA"] }));
        Stage.Publish(Fact.Of("signals.swing", new Ideas("2026-11-23", [Idea("ALFA"), Idea("BRAVO")])));

        var result = await Stage.SucceedAsync(new DayPlanHandler(), new DayPlanArguments());

        Assert.Equal(["BRAVO"], Stage.Find("plan.today")!.As<DayPlan>()!.Ideas.Select(idea => idea.Symbol));
        Assert.Equal((1L, 1L), (result.Evidence.Counts["planned"], result.Evidence.Counts["turned_down"]));
    }

    [Fact]
    public async Task Signals_NeedBarsUpToTheLastSession()
    {
        Assert.Equal(6, (await Stage.SucceedAsync(new SwingSignalsHandler(), new SwingSignalsArguments())).Evidence.Counts["symbols"]);
        Stage.Time.Set(HandlerStage.At("2026-11-25", "07:00"));

        Assert.Contains("(6 without, 0 thin)", await Stage.SkipAsync(new SwingSignalsHandler(), new SwingSignalsArguments()), StringComparison.Ordinal);
    }

    private static Idea Idea(string symbol) => new(symbol, "mean-reversion", "buy", 100, 95, null, 1, "");
}
