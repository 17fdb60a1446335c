using Kobe.Contracts;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Orders;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Trading.Entries;
using Kobe.Plugins.Trading.Plans;
using Kobe.Plugins.Trading.Watching;

namespace Kobe.Desk.Tests.Plugins.Trading;

/// <summary>One order a key whatever happens between, and what keeps an entry back, as handlers meet it.</summary>
public sealed class OrderSafetyTests : OrderScene
{
    [Theory]
    [InlineData(nameof(Fault.ErrorAfterAccept))]
    [InlineData(nameof(Fault.TimeoutAfterAccept))]
    public async Task AnswerThatGotLost_IsLookedUp_AndNoSecondOrderIsSent(string fault)
    {
        var desk = await DeskAsync();
        desk.Faults!.Add(Enum.Parse<Fault>(fault));

        await Stage.SucceedAsync(new EnterHandler(), Swing);
        var again = await Stage.RunAsync(new EnterHandler(), Swing);

        Assert.IsType<TaskResult.Skipped>(again);
        Assert.Single(await EntriesAsync());
        Assert.Equal(RecordState.Confirmed, Assert.Single(desk.Orders).State);
    }

    [Fact]
    public async Task SameKey_InANewProcess_FindsItsOrder()
    {
        var context = Stage.Context(Swing, "entries");
        await Stage.Time.RunAsync(new EnterHandler().RunAsync(context, default));
        DeskRoom.Close(Stage.State);

        var answer = await Stage.Time.RunAsync(new EnterHandler().ReconcileAsync(new() { Attempt = context, Reason = "the process died" }, default));
        await Stage.Time.RunAsync(new EnterHandler().RunAsync(context, default));

        Assert.Equal(Contracts.ReconcileAnswer.Done, answer);
        Assert.Single(await EntriesAsync());
    }

    [Fact]
    public async Task IntentOnDisk_WithoutAnAnswer_IsResolvedBeforeAnythingIsSent()
    {
        // As a kill between the broker's yes and our note of it leaves things: the log knows the intent only.
        var context = Stage.Context(Swing, "entries");
        await Stage.Time.RunAsync(new EnterHandler().RunAsync(context, default));
        DeskRoom.Close(Stage.State);
        var log = Path.Combine(Stage.State, "desk", "paper", "orders.jsonl");
        var lines = await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken);
        var intended = lines.Index().First(line => line.Item.Contains("\"Intended\"", StringComparison.Ordinal)).Index;
        await File.WriteAllLinesAsync(log, lines[..(intended + 1)], TestContext.Current.CancellationToken);

        var result = await Stage.Time.RunAsync(new EnterHandler().RunAsync(context, default));

        Assert.IsType<TaskResult.Succeeded>(result);
        Assert.Single(await EntriesAsync());
        Assert.Equal(RecordState.Confirmed, Assert.Single((await DeskAsync()).Orders).State);
    }

    [Fact]
    public async Task KeyThatSentNothing_IsNotDone()
    {
        var context = Stage.Context(Swing, "entries");

        Assert.Equal(Contracts.ReconcileAnswer.NotDone, await Stage.Time.RunAsync(new EnterHandler().ReconcileAsync(new() { Attempt = context, Reason = "killed" }, default)));
    }

    [Theory]
    [InlineData("bars.quality", "quarantined")]
    [InlineData("earnings.today", "blackout")]
    [InlineData("data.freshness", "stale")]
    [InlineData("liquidity.today", "blocked")]
    [InlineData("halts.today", "halted")]
    public async Task BlockedSymbol_IsNotEntered(string fact, string member)
    {
        Stage.Publish(Fact.Of(fact, new Dictionary<string, string[]> { [member] = ["ALFA"] }));

        Assert.Contains($"({fact})", await Stage.SkipAsync(new EnterHandler(), Swing), StringComparison.Ordinal);
        Assert.Empty(await EntriesAsync());
    }

    [Fact]
    public async Task NoEntry_WithoutPlanOfToday_OrInAnEventsWindow_OrInAClosedPhase()
    {
        await Stage.SucceedAsync(new EventWindowHandler(), new EventWindowArguments(30));
        Assert.Contains("no entries until", await Stage.SkipAsync(new EnterHandler(), Swing), StringComparison.Ordinal);

        Stage.Time.Set(HandlerStage.At("2026-11-23", "12:00")); // LUNCH
        var lunch = await Stage.RunAsync(new EnterHandler(), Swing with { Setup = EntrySetup.Power, Late = true });
        Assert.Empty(await EntriesAsync());
        Assert.True(lunch is TaskResult.Skipped || ((TaskResult.Succeeded)lunch).Evidence.Counts["denied"] == 1, lunch.ToString());

        Stage.Time.Set(HandlerStage.At("2026-11-24", "11:00"));
        Assert.Contains("no sealed plan of today", await Stage.SkipAsync(new EnterHandler(), Swing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TamperedPlan_IsNoPlan()
    {
        var plan = Stage.Find("plan.today")!.As<DayPlan>()!;
        Stage.Publish(Fact.Of("plan.today", plan with { Ideas = [plan.Ideas[0] with { Quantity = 5_000 }] }));

        Assert.Contains("no sealed plan", await Stage.SkipAsync(new EnterHandler(), Swing), StringComparison.Ordinal);
    }
}
