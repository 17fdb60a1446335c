using System.Text.Json;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Trading.Requests;

namespace Kobe.Desk.Tests.Plugins.Trading;

/// <summary>What a person asks of the desk: a backtest, bars into the store.</summary>
public sealed class RequestTests : IDisposable
{
    private readonly HandlerStage _stage = new(HandlerStage.At("2026-11-24", "18:00"));

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Backtest_PlaysTheDatesThatWereAskedFor()
    {
        var (from, to) = (new DateOnly(2022, 1, 3), new DateOnly(2022, 12, 30));
        var asked = new BacktestArguments("mean-reversion", Out, Symbols: ["MADE1", "MADE2"], From: from, To: to, Resamples: 0);

        var year = await _stage.SucceedAsync(new BacktestHandler(), asked);
        var half = await _stage.SucceedAsync(new BacktestHandler(), asked with { To = new DateOnly(2022, 6, 30) });

        Assert.Equal(Sessions(from, to), year.Evidence.Counts["days"]);
        Assert.Equal(Sessions(from, new DateOnly(2022, 6, 30)), half.Evidence.Counts["days"]);
        using var result = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Out, "result.json")));
        Assert.Equal(half.Evidence.Counts["days"], result.RootElement.GetProperty("metrics").GetProperty("days").GetInt64());
    }

    [Fact]
    public async Task Backtest_MeetsTheGatesOfTheDesk_UnlessAskedNotTo()
    {
        var asked = new BacktestArguments("buy-and-hold", Out, Symbols: ["MADE1"], From: new(2022, 1, 3), To: new(2022, 6, 30), Resamples: 0);

        var held = await _stage.SucceedAsync(new BacktestHandler(), asked);
        using var result = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Out, "result.json")));
        var free = await _stage.SucceedAsync(new BacktestHandler(), asked with { Limits = false });

        // It has no stop: the desk lets no such entry through, on paper as in a backtest.
        Assert.Equal(0, held.Evidence.Counts["trades"]);
        Assert.NotEmpty(result.RootElement.GetProperty("denied").EnumerateObject());
        Assert.NotEqual(0, free.Evidence.Counts["trades"]);
    }

    [Fact]
    public async Task Import_StoresWhatIsRight_AndSetsAsideWhatIsNot()
    {
        var daily = Directory.CreateDirectory(Path.Combine(_stage.State, "theirs", "daily")).FullName;
        File.WriteAllText(
            Path.Combine(daily, "SPY.csv"),
            "date,open,high,low,close,volume\n2026-11-19,100,102,99,101,1000\n2026-11-20,101,103,100,102,1000\n2026-11-23,102,101,103,102,1000\n");

        var result = await _stage.SucceedAsync(new ImportBarsHandler(), new ImportBarsArguments(Path.Combine(_stage.State, "theirs"), Out));

        Assert.Equal((2L, 1L), (result.Evidence.Counts["added"], result.Evidence.Counts["quarantined"]));
        var store = DeskSession.Of(_stage.Context()).Store;
        var stored = store.Read("SPY", BarInterval.Day, Adjustment.Raw, _stage.Time.GetUtcNow()).Series!;
        Assert.Equal([101.0, 102.0], stored.All.ToArray().Select(bar => bar.Close));
        Assert.Single(store.Quarantined(stored.Name));
    }

    private string Out => Directory.CreateDirectory(Path.Combine(_stage.State, "out")).FullName;

    private static int Sessions(DateOnly from, DateOnly to) => Days.Between(from, to).Count(date => Exchange.Xnys.On(date).Session is not null);
}
