using Kobe.Desk.Accounts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Orders;
using Kobe.Desk.Tests.Brokers;
using Kobe.Desk.Tests.Orders;

namespace Kobe.Desk.Tests.Accounts;

/// <summary>What differs between desk and broker is found, told once, and repaired by nobody.</summary>
public class ReconciliationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task V25_PositionSoldOutside_IsAnExternalClose_ToldOnce_AndBlocksNothing(bool alpaca)
    {
        await using var desk = await Holding(alpaca);
        desk.Scene.Exchange.TradeOutside("AAPL", OrderSide.Sell, 10, 191m);

        var first = await Reconcile(desk);
        var told = first.Findings.Where(finding => desk.Log.Tell(finding.Id)).ToList();
        desk.Restart();
        var again = await Reconcile(desk);

        var finding = Assert.Single(first.Findings);
        Assert.Equal((FindingKind.ExternalClose, "AAPL", false), (finding.Kind, finding.Symbol, finding.BlocksEntries));
        Assert.Single(told);
        var length = new FileInfo(Path.Combine(desk.State, "orders.jsonl")).Length;
        Assert.DoesNotContain(again.Findings, one => desk.Log.Tell(one.Id));
        Assert.Equal(length, new FileInfo(Path.Combine(desk.State, "orders.jsonl")).Length);
        Assert.Equal((0m, 9.8m), (desk.Book.Ledger.QuantityOf("AAPL"), desk.Book.Ledger.Realised));

        // What is gone is not sold again, however often somebody wants it.
        var orders = desk.Scene.Exchange.Orders.Count();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("exit_only", Assert.IsType<DoorAnswer.Denied>(await desk.Send(DeskScene.Exit($"close@2026-11-23T11:0{i}"))).Code);
            Assert.Empty(await desk.Scene.Time.RunAsync(desk.Door.FlattenAsync($"flatten-{i}", "flatten", null, default)));
        }

        Assert.Equal(orders, desk.Scene.Exchange.Orders.Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task V21_PartThatWasDoneBeforeTheCancel_IsBooked(bool alpaca)
    {
        await using var desk = await Holding(alpaca);
        desk.Scene.Exchange.Faults.FillAtMost(4);
        var answer = Assert.IsType<DoorAnswer.Confirmed>(await desk.Send(DeskScene.Entry("orb@2026-11-23T11:05")));
        await Reconcile(desk);
        Assert.Null(await desk.Scene.Time.RunAsync(desk.Door.CancelAsync(answer.ClientOrderId, default)));
        await Reconcile(desk);

        Assert.Equal(14m, desk.Book.Ledger.QuantityOf("AAPL"));
        Assert.Equal(RecordState.Ended, desk.Log.Records.Find(answer.ClientOrderId)!.State);
        Assert.Empty((await Reconcile(desk)).Findings);
    }

    [Fact]
    public async Task OrderOfSomebodyElse_IsExternal_AndLeftAlone()
    {
        await using var desk = await Holding();
        await desk.Scene.Submit(BrokerScene.Buy("by-hand", 5, 150));

        var finding = Assert.Single((await Reconcile(desk)).Findings);

        Assert.Equal(FindingKind.ExternalOrder, finding.Kind);
        Assert.Single(await desk.Scene.Value(desk.Scene.Broker.OpenOrdersAsync(default)));
    }

    [Fact]
    public async Task QuantityThatFillsDoNotExplain_BlocksEntriesInItsSymbol()
    {
        await using var desk = await Holding();
        await Reconcile(desk);

        var report = Reconciliation.Of(
            desk.Book.Ledger, desk.Log.Records, [new Position("AAPL", 13, 13, 190, 190), new Position("SPY", 1, 1, 600, 600)], []);

        Assert.Equal(["AAPL", "SPY"], report.BlockedSymbols);
        Assert.All(report.Findings, finding => Assert.Equal(FindingKind.Discrepancy, finding.Kind));
        Assert.Contains("holds 13 AAPL, the fills make 10", report.Findings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OrderInDoubt_BlocksItsSymbol_UntilItIsKnown()
    {
        await using var desk = await Holding();
        await Reconcile(desk);
        desk.Log.Put(new OrderRecord(
            BrokerScene.Buy("kobe-doubt", 1), "k", "t", IntentKind.Entry, DeskScene.Start, RecordState.Intended));
        var positions = await desk.Scene.Value(desk.Scene.Broker.PositionsAsync(default));

        Assert.Equal(["AAPL"], Reconciliation.Of(desk.Book.Ledger, desk.Log.Records, positions, []).BlockedSymbols);
        Assert.Empty((await Reconcile(desk)).Findings);
    }

    [Fact]
    public async Task FilledEntry_WorksOnInItsStop_AndIsMissingOnlyWhenThatIsGoneToo()
    {
        await using var desk = new DeskScene(new PaperScene(new PaperOptions { PartialShare = 0 }, DeskScene.Start));
        desk.Scene.Show("AAPL", 189.98m, 190.02m, 190m);
        await Reconcile(desk);
        Assert.IsType<DoorAnswer.Confirmed>(await desk.Send(DeskScene.Entry() with { StopLoss = 180, TimeInForce = TimeInForce.Gtc }));

        var report = await Reconcile(desk);
        var positions = await desk.Scene.Value(desk.Scene.Broker.PositionsAsync(default));
        var missing = Reconciliation.Of(desk.Book.Ledger, desk.Log.Records, positions, []);

        Assert.Equal(10, desk.Book.Ledger.QuantityOf("AAPL"));
        Assert.Empty(report.Findings);
        Assert.Equal((FindingKind.MissingOrder, false), Assert.Single(missing.Findings) is var found ? (found.Kind, found.BlocksEntries) : default);
    }

    [Fact]
    public async Task OrderThatIsGoneWithoutTheDesk_IsAFinding()
    {
        await using var desk = await Holding();
        var answer = Assert.IsType<DoorAnswer.Confirmed>(
            await desk.Send(DeskScene.Entry("orb@2026-11-23T11:05") with { Type = OrderType.Limit, LimitPrice = 150, PlannedStop = 149 }));
        var positions = await desk.Scene.Value(desk.Scene.Broker.PositionsAsync(default));

        var finding = Assert.Single(Reconciliation.Of(desk.Book.Ledger, desk.Log.Records, positions, []).Findings);

        Assert.Equal((FindingKind.MissingOrder, $"missing {answer.ClientOrderId}"), (finding.Kind, finding.Id));
        Assert.Empty((await Reconcile(desk)).Findings);
    }

    [Fact]
    public async Task ExitsThatCameWithAnEntry_AreOurs()
    {
        await using var desk = await Holding();
        Assert.IsType<DoorAnswer.Confirmed>(
            await desk.Send(DeskScene.Entry("orb@2026-11-23T11:05") with { TakeProfit = 195, StopLoss = 185 }));

        Assert.Empty((await Reconcile(desk)).Findings);
        Assert.Equal(2, (await desk.Scene.Value(desk.Scene.Broker.OpenOrdersAsync(default))).Count);
    }

    [Fact]
    public async Task MovementThatIsToldLate_IsBookedAllTheSame_Once()
    {
        await using var desk = await Holding();
        desk.Broker.IsLate = _ => true;
        desk.Scene.Exchange.PayDividend("AAPL", 0.5m);
        await Sync(desk);
        desk.Scene.Time.Pass(TimeSpan.FromHours(30));
        desk.Book.Value([], desk.Scene.Time.GetUtcNow());
        Assert.Equal(0, desk.Book.Ledger.Dividends);

        desk.Broker.IsLate = _ => false;
        await Sync(desk);
        await Sync(desk);

        Assert.Equal(5m, desk.Book.Ledger.Dividends);
    }

    private static async Task Sync(DeskScene desk) => Assert.Null(
        await desk.Scene.Time.RunAsync(desk.Book.SyncAsync(desk.Broker, desk.Log.Records, desk.Scene.Time.GetUtcNow(), default)));

    [Fact]
    public async Task SameArguments_GiveTheSameFindings_InTheSameOrder()
    {
        await using var desk = await Holding();
        desk.Scene.Exchange.TradeOutside("AAPL", OrderSide.Sell, 3, 191m);
        await desk.Scene.Submit(BrokerScene.Buy("by-hand", 5, 150));
        var texts = new HashSet<string>();
        for (var i = 0; i < 10; i++)
        {
            desk.Restart();
            texts.Add(string.Join("\n", (await Reconcile(desk)).Findings));
        }

        Assert.Single(texts);
    }

    [Fact]
    public async Task PositionsFromBeforeTheLedger_AreAdopted_AndTheirFillsNotBookedAgain()
    {
        await using var desk = new DeskScene(new PaperScene(new PaperOptions { PartialShare = 0 }, DeskScene.Start));
        desk.Scene.Show("AAPL", 189.98m, 190.02m, 190m);
        await desk.Scene.Own(10);

        Assert.Empty((await Reconcile(desk)).Findings);
        Assert.Empty((await Reconcile(desk)).Findings);
        Assert.Equal((10m, 1900.2m, 98_099.8m), (desk.Book.Ledger.QuantityOf("AAPL"), desk.Book.Ledger.AdoptedCost, desk.Book.Ledger.Cash));
    }

    // A desk that has bought ten shares through its door.
    private static async Task<DeskScene> Holding(bool alpaca = false)
    {
        var whole = new PaperOptions { PartialShare = 0 };
        var desk = new DeskScene(alpaca ? new AlpacaScene(whole, start: DeskScene.Start) : new PaperScene(whole, DeskScene.Start));
        desk.Scene.Show("AAPL", 189.98m, 190.02m, 190m);
        await Reconcile(desk);
        Assert.IsType<DoorAnswer.Confirmed>(await desk.Send(DeskScene.Entry()));
        await Reconcile(desk);
        return desk;
    }

    private static async Task<Reconciliation> Reconcile(DeskScene desk)
    {
        var (scene, now) = (desk.Scene, desk.Scene.Time.GetUtcNow());
        await scene.Time.RunAsync(Refresh(desk));
        Assert.Null(await scene.Time.RunAsync(desk.Book.SyncAsync(scene.Broker, desk.Log.Records, now, default)));
        return Reconciliation.Of(
            desk.Book.Ledger, desk.Log.Records, await scene.Value(scene.Broker.PositionsAsync(default)),
            await scene.Value(scene.Broker.OpenOrdersAsync(default)));
    }

    private static async Task<bool> Refresh(DeskScene desk)
    {
        await OrderUpkeep.RefreshAsync(desk.Scene.Broker, desk.Log, desk.Scene.Time, default);
        return true;
    }
}
