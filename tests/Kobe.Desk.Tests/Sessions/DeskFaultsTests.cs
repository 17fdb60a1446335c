using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Sessions;

/// <summary>In a trial the feed and the broker fail by a script; outside of one nobody reads it.</summary>
public sealed class DeskFaultsTests : IDisposable
{
    private const string Script = """
        {"feed":[{"from":"2026-11-23T15:30:00Z","to":"2026-11-23T16:30:00Z"}],
         "broker":[{"at":"2026-11-23T16:05:00Z","fault":"500_after_accept"}]}
        """;

    private readonly HandlerStage _stage = new(HandlerStage.At("2026-11-23", "11:00"));

    public DeskFaultsTests() => Write(Script);

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Feed_StandsStill_AndGoesOn()
    {
        Trial();

        Assert.Equal(60, (await DeskSession.Of(_stage.Context()).TodayAsync("ALFA", default)).Count);
        _stage.Time.Pass(TimeSpan.FromMinutes(30));
        Assert.Equal(120, (await DeskSession.Of(_stage.Context()).TodayAsync("ALFA", default)).Count);
    }

    [Fact]
    public async Task OrderThatIsAnsweredWith500_IsResolved_AndIsThereOnce()
    {
        Trial();
        var desk = await DeskSession.Of(_stage.Context()).TradingAsync(default);
        _stage.Time.Pass(TimeSpan.FromMinutes(10));

        var answer = await _stage.Time.RunAsync(desk.Door.SubmitAsync(await Entry("first"), default));
        var open = await _stage.Time.RunAsync(desk.Account.OpenOrdersAsync(default));

        // The fault is met once, and looked up instead of sent again.
        Assert.IsType<DoorAnswer.Confirmed>(answer);
        Assert.Single(open.ValueOrDefault!, order => order.Side == OrderSide.Buy);
        await _stage.Time.RunAsync(desk.ReconcileAsync(default));
        Assert.Contains("the broker was asked by its id, and has it.", View(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutATrial_TheScriptIsNotRead()
    {
        Write("no script at all");

        Assert.Equal(90, (await DeskSession.Of(_stage.Context()).TodayAsync("ALFA", default)).Count);
    }

    [Theory]
    [InlineData("no script at all")]
    [InlineData("""{"broker":[{"at":"2026-11-23T15:50:00Z","fault":"hiccup"}]}""")]
    [InlineData("""{"feed":[{"from":"noon"}]}""")]
    public void BrokenScript_IsRefused_WithItsForm(string script)
    {
        Write(script);
        Trial();

        var refused = Assert.Throws<InvalidDataException>(() => DeskSession.Of(_stage.Context()));
        Assert.Contains("faults.json is no script of faults: write {\"feed\":", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FaultOfBefore_IsNotMetAgain_ByADeskThatIsOpenedAnew()
    {
        _stage.Time.Pass(TimeSpan.FromMinutes(10));
        Trial();
        var desk = await DeskSession.Of(_stage.Context()).TradingAsync(default);

        await _stage.Time.RunAsync(desk.Door.SubmitAsync(await Entry("first"), default));
        await _stage.Time.RunAsync(desk.ReconcileAsync(default));

        Assert.DoesNotContain("asked by its id", View(), StringComparison.Ordinal);
    }

    private string View() => File.ReadAllText(Path.Combine(_stage.State, "desk", "paper", "view.json"));

    private void Trial() => _stage.Place = _stage.Place with { Settings = _stage.Place.Settings with { IsTrial = true } };

    private void Write(string script)
    {
        Directory.CreateDirectory(Path.Combine(_stage.State, "desk"));
        File.WriteAllText(Path.Combine(_stage.State, "desk", "faults.json"), script);
    }

    private async Task<OrderIntent> Entry(string task) => new()
    {
        Key = $"{task}@2026-11-23T11:00",
        Task = task,
        Kind = IntentKind.Entry,
        Symbol = "ALFA",
        Side = OrderSide.Buy,
        Quantity = 10,
        PlannedStop = decimal.Round((decimal)(await DeskSession.Of(_stage.Context()).TodayAsync("ALFA", default))[^1].Close * 0.98m, 2),
    };
}
