using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Sessions;

/// <summary>What handlers have of the desk, attempt after attempt, on made-up prices.</summary>
public sealed class DeskSessionTests : IDisposable
{
    private const string Csv = "date,open,high,low,close,volume\n2026-11-23,100,103,99,102,390000\n";

    private readonly HandlerStage _stage = new(HandlerStage.At("2026-11-23", "11:00"));

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task TodaysMinutes_EndWithNow()
    {
        var desk = DeskSession.Of(_stage.Context());

        var minutes = await desk.TodayAsync("ALFA", default);

        Assert.Equal(90, minutes.Count);
        Assert.True(minutes.Name.IsSynthetic);
        Assert.Equal(_stage.Time.GetUtcNow(), minutes[^1].End);
    }

    [Fact]
    public async Task StoredBars_AreReadAsOfNow_AndAgainWhenMoreAreStored()
    {
        var desk = DeskSession.Of(_stage.Context());
        Assert.Equal(0, desk.Raw("ALFA").Count);
        var all = (await desk.Source.DailyAsync("ALFA", desk.Now.AddDays(30), default)).Series!;
        desk.Store.Append(all);

        var known = desk.Raw("ALFA");

        Assert.Equal(new DateOnly(2026, 11, 20), desk.Market.Calendar.DateOf(known[^1].Start));
        Assert.Equal(known.Count, desk.Daily("ALFA").Count);
    }

    [Fact]
    public async Task Order_TradesInALaterAttempt_AtThePricesOfTheSource()
    {
        var first = await DeskSession.Of(_stage.Context()).TradingAsync(default);
        var answer = await _stage.Time.RunAsync(first.Door.SubmitAsync(await Entry(), default));
        Assert.IsType<DoorAnswer.Confirmed>(answer);

        _stage.Time.Pass(TimeSpan.FromMinutes(3));
        var second = await DeskSession.Of(_stage.Context()).TradingAsync(default);
        Assert.Same(first, second);
        var report = await _stage.Time.RunAsync(second.ReconcileAsync(default));

        Assert.Null(report.Problem);
        Assert.Equal(10, second.Ledger.QuantityOf("ALFA"));
    }

    [Fact]
    public async Task Account_ComesBack_InANewRoom()
    {
        var before = await DeskSession.Of(_stage.Context()).TradingAsync(default);
        await _stage.Time.RunAsync(before.Door.SubmitAsync(await Entry(), default));
        _stage.Time.Pass(TimeSpan.FromMinutes(3));
        await _stage.Time.RunAsync(before.ReconcileAsync(default));
        var cash = before.Ledger.Cash;

        DeskRoom.Close(_stage.State);
        var after = await DeskSession.Of(_stage.Context()).TradingAsync(default);
        var report = await _stage.Time.RunAsync(after.ReconcileAsync(default));

        Assert.NotSame(before, after);
        Assert.Empty(report.Reconciliation!.Findings);
        Assert.Equal((10m, cash), (after.Ledger.QuantityOf("ALFA"), after.Ledger.Cash));
    }

    [Fact]
    public void Settings_AreRead_AndBadOnesRefused()
    {
        var settings = DeskSettings.Read("""{"mode":"observe","seed":7,"symbols":["ALFA"],"cash":5000,"limits":{"position_max":0.5}}""");

        Assert.Equal((DeskMode.Observe, 7ul, 5000m, 0.5m), (settings.Mode, settings.Seed, settings.Cash, settings.Limits.PositionShareMax));
        Assert.Equal(0.03m, settings.Limits.DailyLossShareMax);
        Assert.Throws<InvalidDataException>(() => DeskSettings.Read("""{"mode":"wild"}"""));
        Assert.Throws<InvalidDataException>(() => DeskSettings.Read("[]"));
    }

    [Fact]
    public async Task Folder_WithoutMinutes_GetsMadeUpOnes_ThatAddUpToTheDay()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_stage.State, "bars", "daily")).Parent!.FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "daily", "SPY.csv"), Csv, TestContext.Current.CancellationToken);
        _stage.Place = _stage.Place with { Settings = new DeskSettings { Source = folder } };
        _stage.Time.Pass(TimeSpan.FromHours(8));

        var minutes = await DeskSession.Of(_stage.Context()).TodayAsync("SPY", default);

        Assert.True(minutes.Name.IsSynthetic);
        Assert.Equal((100.0, 103.0, 99.0, 102.0), (minutes[0].Open, minutes.All.ToArray().Max(bar => bar.High), minutes.All.ToArray().Min(bar => bar.Low), minutes[^1].Close));
        Assert.Equal(390_000, minutes.All.ToArray().Sum(bar => bar.Volume));
    }

    private async Task<OrderIntent> Entry() => new()
    {
        Key = "orb@2026-11-23T11:00",
        Task = "orb",
        Kind = IntentKind.Entry,
        Symbol = "ALFA",
        Side = OrderSide.Buy,
        Quantity = 10,
        PlannedStop = decimal.Round((decimal)(await DeskSession.Of(_stage.Context()).TodayAsync("ALFA", default))[^1].Close * 0.98m, 2),
    };
}
