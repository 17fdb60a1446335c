using Kobe.Core.Markets;
using Kobe.Core.Markets.Events;
using Kobe.Desk.Bars;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Orders;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests;

/// <summary>The desk as a handler has it, opened anew for each attempt on the files of the one before.</summary>
public sealed class TradingDeskTests : IDisposable
{
    private static readonly MarketClock Market =
        new CalendarSet([BuiltInCalendars.Xnys(Zones.NewYork)], PhaseTable.BuiltIn, BuiltInEvents.Rules).Default;

    private readonly string _state = Directory.CreateTempSubdirectory("kobe-state-").FullName;
    private readonly SimulatedTime _time = new(Exchange.Open("2026-11-23").AddMinutes(45));

    public void Dispose() => Directory.Delete(_state, recursive: true);

    [Fact]
    public async Task Entry_IsFilledByTheNextBar_AndBooked()
    {
        var answer = await Attempt(desk => desk.Door.SubmitAsync(Entry(), default));
        _time.Pass(TimeSpan.FromMinutes(2));
        var report = await Attempt(desk => desk.ReconcileAsync(default));
        var (cash, quantity) = await Attempt(desk => Task.FromResult((desk.Ledger.Cash, desk.Ledger.QuantityOf("SYN"))));

        var view = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(_state, "desk", "paper", "view.json"))).RootElement;
        Assert.Equal("SYN", view.GetProperty("positions")[0].GetProperty("symbol").GetString());
        Assert.Equal("ended", view.GetProperty("orders")[0].GetProperty("state").GetString());
        Assert.Equal("99500", view.GetProperty("pnl").GetProperty("cash").GetString());
        Assert.IsType<DoorAnswer.Confirmed>(answer);
        Assert.Null(report.Problem);
        Assert.Empty(report.Reconciliation!.Findings);
        Assert.Equal((10m, 100_000m - (10 * 50m)), (quantity, cash));
    }

    [Fact]
    public async Task TenAttempts_ThatOnlyReconcile_ChangeNothing()
    {
        await Attempt(desk => desk.Door.SubmitAsync(Entry(), default));
        _time.Pass(TimeSpan.FromMinutes(2));
        await Attempt(desk => desk.ReconcileAsync(default));
        var files = Directory.GetFiles(_state, "*.jsonl", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);

        for (var i = 0; i < 10; i++)
        {
            Assert.Empty((await Attempt(desk => desk.ReconcileAsync(default))).Reconciliation!.Findings);
        }

        Assert.All(files, file => Assert.Equal(file.Value, File.ReadAllText(file.Key)));
    }

    [Fact]
    public async Task SecondDesk_OnTheSameFiles_IsRefused()
    {
        using var desk = await TradingDesk.OpenAsync(Opening(), default);

        var error = await Assert.ThrowsAsync<IOException>(() => TradingDesk.OpenAsync(Opening(), default));

        Assert.Contains("Another process writes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_WithoutKeys_IsNotOpened() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => TradingDesk.OpenAsync(Opening() with { Mode = DeskMode.Live }, default));

    [Fact]
    public async Task Modes_KeepTheirFilesApart()
    {
        await Attempt(desk => desk.Door.SubmitAsync(Entry(), default));
        using var desk = await TradingDesk.OpenAsync(Opening() with { Mode = DeskMode.Observe }, default);

        Assert.IsType<DoorAnswer.Observed>(await _time.RunAsync(desk.Door.SubmitAsync(Entry(), default)));
        Assert.True(File.Exists(Path.Combine(_state, "desk", "paper", "orders.jsonl")));
        Assert.True(File.Exists(Path.Combine(_state, "desk", "observe", "orders.jsonl")));
    }

    private async Task<T> Attempt<T>(Func<TradingDesk, Task<T>> work)
    {
        using var desk = await TradingDesk.OpenAsync(Opening(), default);
        return await _time.RunAsync(work(desk));
    }

    private static OrderIntent Entry() => new()
    {
        Key = "orb@2026-11-23T10:15",
        Task = "orb",
        Kind = IntentKind.Entry,
        Symbol = "SYN",
        Side = OrderSide.Buy,
        Quantity = 10,
        PlannedStop = 45,
    };

    private DeskOpening Opening() => new()
    {
        State = _state,
        Market = Market,
        Clock = _time,
        Paper = new PaperOptions { PartialShare = 0 },
        Prices = [Minutes()],
    };

    // Made-up minutes at 50 dollars.
    private static BarSeries Minutes()
    {
        var open = Exchange.Open("2026-11-23");
        return new(
            new("SYN", BarInterval.Minute, Adjustment.Raw, "a test", IsSynthetic: true),
            [.. Enumerable.Range(0, 390).Select(i => new Bar(open.AddMinutes(i), open.AddMinutes(i + 1), 50, 51, 49, 50, 10_000))]);
    }
}
