using Kobe.Contracts;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.MarketData.Live;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Desk.Tests.Plugins.MarketData;

/// <summary>What is seen of a session while it is on.</summary>
public sealed class LiveBarsTests : IDisposable
{
    private readonly HandlerStage _stage = new(HandlerStage.At("2026-11-23", "09:40"));

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task SymbolWhosePricesStop_IsStale()
    {
        var folder = BarFolder.Use(_stage);
        foreach (var (symbol, minutes) in new[] { ("AAA", 10), ("BBB", 6), ("CCC", 8) })
        {
            BarFolder.Daily(folder, symbol, BarFolder.Days("2026-11-20", 5));
            BarFolder.Minutes(folder, symbol, "2026-11-23", BarFolder.Row("09:30", minutes));
        }

        var result = await _stage.SucceedAsync(new FreshnessHandler(), new FreshnessArguments(MaxAge: TimeSpan.FromMinutes(2)));

        var fact = _stage.Find("data.freshness")!.Value;
        Assert.Equal(["BBB"], fact.GetProperty("stale").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal((240, 3), (fact.GetProperty("oldest_seconds").GetInt32(), result.Evidence.Counts["symbols"]));
    }

    [Fact]
    public async Task ClosedMarket_AndNothingHeld_AreNoWork()
    {
        var arguments = new FreshnessArguments(Scope.Holdings, TimeSpan.FromMinutes(2));
        Assert.Equal("nothing is held", await _stage.SkipAsync(new FreshnessHandler(), arguments));
        _stage.Time.Pass(TimeSpan.FromHours(8));
        Assert.Equal("the market is closed", await _stage.SkipAsync(new FreshnessHandler(), arguments));
        Assert.IsType<TaskResult.Fatal>(await _stage.RunAsync(new FreshnessHandler(), new FreshnessArguments()));
    }

    [Fact]
    public async Task Holdings_AreThoseOfTheLastReconciliation()
    {
        _stage.Publish(Fact.Of("positions.open", new { Positions = new[] { new { Symbol = "BRAVO" }, new { Symbol = "GONE" } } }));
        var result = await _stage.SucceedAsync(new FreshnessHandler(), new FreshnessArguments(Scope.Holdings, TimeSpan.FromMinutes(2)));

        Assert.Equal(1, result.Evidence.Counts["symbols"]);
    }

    [Fact]
    public async Task OpeningRange_IsOfTheMinutesUpToItsDueTime()
    {
        var folder = BarFolder.Use(_stage);
        BarFolder.Daily(folder, "AAA", BarFolder.Days("2026-11-20", 5));
        BarFolder.Minutes(folder, "AAA", "2026-11-23", [.. BarFolder.Row("09:30", 4, 100, 500), .. BarFolder.Row("09:34", 1, 103, 700), .. BarFolder.Row("09:35", 5, 120)]);

        var result = await _stage.SucceedAsync(new OpeningRangeHandler(), new OpeningRangeArguments(Minutes: 5));

        var range = _stage.Find("opening_range.today")!.Value.GetProperty("ranges")[0];
        Assert.Equal((103.1, 99.9, 2700.0), (range.GetProperty("high").GetDouble(), range.GetProperty("low").GetDouble(), range.GetProperty("volume").GetDouble()));
        Assert.EndsWith("opening_range.today-5.json", result.Evidence.Outputs[0].Path, StringComparison.Ordinal);

        await _stage.SucceedAsync(new OpeningRangeHandler(), new OpeningRangeArguments());
        Assert.Equal(10, _stage.Find("opening_range.today")!.Value.GetProperty("minutes").GetInt32());
    }

    [Fact]
    public async Task OpeningRange_WaitsForItsEnd_AndForTheOpen()
    {
        var early = Assert.IsType<TaskResult.Snoozed>(await _stage.RunAsync(new OpeningRangeHandler(), new OpeningRangeArguments(Minutes: 15)));
        Assert.Equal(HandlerStage.At("2026-11-23", "09:45"), early.Until);
        Assert.IsType<TaskResult.Fatal>(await _stage.RunAsync(new OpeningRangeHandler(), new OpeningRangeArguments(Minutes: 391)));

        using var before = new HandlerStage(HandlerStage.At("2026-11-23", "09:00"));
        Assert.Equal("the market has not been open for a minute", await before.SkipAsync(new OpeningRangeHandler(), new OpeningRangeArguments()));
        using var weekend = new HandlerStage(HandlerStage.At("2026-11-22", "09:40"));
        Assert.Equal("there is no session today", await weekend.SkipAsync(new OpeningRangeHandler(), new OpeningRangeArguments()));
    }
}
