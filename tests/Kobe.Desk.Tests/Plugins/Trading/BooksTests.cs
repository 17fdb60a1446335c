using Kobe.Contracts;
using Kobe.Core.Runs;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Trading.Books;
using Kobe.Plugins.Trading.Plans;
using Kobe.Plugins.Trading.Reports;
using Kobe.Plugins.Trading.Stops;
using Kobe.Plugins.Trading.Watching;

namespace Kobe.Desk.Tests.Plugins.Trading;

/// <summary>What the rows around a session say of the account and of what is held, and what they do about it.</summary>
public sealed class BooksTests : OrderScene
{
    [Fact]
    public async Task Assertion_LooksAtThePhaseOfTheOrder_NotAtThatOfNow()
    {
        await HoldAsync();
        Stage.Time.Set(HandlerStage.At("2026-11-23", "12:30"));

        Assert.IsType<TaskResult.Succeeded>(await Stage.RunAsync(new AssertNoEntriesHandler(), new AssertNoEntriesArguments(Phase.LUNCH)));
        Assert.Contains("went out in MORNING", Assert.IsType<TaskResult.Fatal>(
            await Stage.RunAsync(new AssertNoEntriesHandler(), new AssertNoEntriesArguments(Phase.MORNING))).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9999)]
    public async Task BadNight_CostsTheWayToTheStop_OrTwoRanges_WhicheverIsMore(double stop)
    {
        await HoldAsync();
        var held = Assert.Single((await (await DeskAsync()).Account.PositionsAsync(default)).ValueOrDefault!);
        Book(meant => meant with { Stop = held.CurrentPrice * (decimal)stop, Guard = 0 });
        var ranges = 2 * (decimal)StopLevel.RangeOf(DeskSession.Of(Stage.Context()).Raw("ALFA"));
        var way = held.CurrentPrice * (1 - (decimal)stop);
        Assert.Equal(stop < 0.9, way > ranges);

        var result = await Stage.SucceedAsync(new OvernightRiskHandler());

        Assert.Equal((long)(held.Quantity * (stop < 0.9 ? way : ranges)), result.Evidence.Counts["loss_dollars"]);
    }

    [Fact]
    public async Task NoGo_StopsEntries_AndIsTold_AndAGoDoesNot()
    {
        Stage.Time.Set(HandlerStage.At("2026-11-23", "09:25"));
        await Stage.SucceedAsync(new PreflightHandler());
        Assert.Equal(TradingState.ACTIVE, (await DeskAsync()).Door.Standing().State);
        Assert.True(Stage.Find("preflight.today")!.Value.GetProperty("go").GetBoolean());

        (await DeskAsync()).Faults!.Add(Fault.Unauthorized);
        var result = await Stage.SucceedAsync(new PreflightHandler());

        Assert.Equal(TradingState.REDUCING, (await DeskAsync()).Door.Standing().State);
        Assert.Equal(1, result.Evidence.Counts["state_changed"]);
        Assert.False(Stage.Find("preflight.today")!.Value.GetProperty("go").GetBoolean());
        Assert.Contains(Stage.Notices, notice => notice.Urgency == Urgency.Critical && notice.Text.Contains("NO GO: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2.0, TradingState.ACTIVE)]
    [InlineData(1.0, TradingState.REDUCING)]
    [InlineData(0.5, TradingState.HALTED)]
    public async Task LossOfTheDay_AtItsLimit_StopsEntries(double limit, TradingState state)
    {
        await LoseAsync();
        var loss = 100_000 - (await DeskAsync()).Ledger.Equity;
        Stage.Publish(Fact.Of("risk.today", new RiskBudget("2026-11-23", 100_000, loss * (decimal)limit, 500, 5, 0.9m, 1, "")));

        await Stage.SucceedAsync(new RiskMonitorHandler(), new RiskMonitorArguments());

        Assert.Equal(state, (await DeskAsync()).Door.Standing().State);
    }

    [Fact]
    public async Task Open_IsNotTold_WhileTheBrokerDoesNotSayThatItIs()
    {
        await Stage.SucceedAsync(new SessionOpenHandler());
        Assert.NotNull(Stage.Find("session.opened"));
        (await DeskAsync()).Faults!.Add(Fault.Unauthorized);

        var failed = Assert.IsType<TaskResult.Failed>(await Stage.RunAsync(new SessionOpenHandler()));

        Assert.StartsWith("No entries: the broker does not tell its clock", failed.Error, StringComparison.Ordinal);
        Assert.Contains(Stage.Notices, notice => notice.Urgency == Urgency.Critical && notice.Text.Contains("No entries: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DayTradeThatStaysOvernight_IsToldAtTheClose(bool dayTrade)
    {
        await HoldAsync();
        Book(meant => meant with { IsDayTrade = dayTrade });

        var result = await Stage.SucceedAsync(new SessionCloseHandler());

        Assert.Equal((1L, dayTrade ? 1L : 0L), (result.Evidence.Counts["positions"], result.Evidence.Counts["day_trades_left"]));
        Assert.Equal(dayTrade, Stage.Notices.Exists(notice =>
            notice.Urgency == Urgency.Critical && notice.Text.EndsWith("Day trades that stay overnight: ALFA.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Fact_SaysThatTheBooksDiffer_WhenTheyDo()
    {
        await HoldAsync();
        Stage.Time.Set(HandlerStage.At("2026-11-30", "11:00"));
        await Stage.SucceedAsync(new ReconcileHandler(), new ReconcileArguments());
        Assert.True(Stage.Find("positions.open")!.Value.GetProperty("equals_broker").GetBoolean());

        // A fill that is too old to be asked for again is missing in the ledger.
        DeskRoom.Close(Stage.State);
        var ledger = Path.Combine(Stage.State, "desk", "paper", "ledger.jsonl");
        var lines = await File.ReadAllLinesAsync(ledger, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(ledger, lines.Where(line => !line.Contains("\"ALFA\"", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        var result = await Stage.SucceedAsync(new ReconcileHandler(), new ReconcileArguments(ReconcileScope.Positions));

        Assert.False(Stage.Find("positions.open")!.Value.GetProperty("equals_broker").GetBoolean());
        Assert.Equal(1, result.Evidence.Counts["differences"]);
        Assert.Contains(Stage.Notices, notice => notice.Urgency == Urgency.Critical && notice.Text.Contains("the fills make 0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_OfTheWeek_CountsFromItsMonday_AndThatOfTheDayFromTheMorning()
    {
        await LoseAsync();
        var equity = (await DeskAsync()).Ledger.Equity;
        Stage.Time.Set(HandlerStage.At("2026-11-24", "16:30"));

        await Stage.SucceedAsync(new ReportHandler(), new ReportArguments(ReportSpan.Week));
        await Stage.SucceedAsync(new ReportHandler(), new ReportArguments(ReportSpan.Day));

        Assert.Contains(FormattableString.Invariant($"({equity - 100_000:+0.00;-0.00;0.00})"), Stage.Notices[^2].Text, StringComparison.Ordinal);
        Assert.Contains("(0.00)", Stage.Notices[^1].Text, StringComparison.Ordinal);
    }

    private void Book(Func<BookedPosition, BookedPosition> change)
    {
        var book = new PositionBook(Path.Combine(Stage.State, "desk", "paper"));
        book.Put(change(book.Find("ALFA")!));
        book.Save();
    }
}
