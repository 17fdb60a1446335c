using System.Text.Json;
using Kobe.Desk.Bars;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Research.Snapshots;

namespace Kobe.Desk.Tests.Plugins.Research;

/// <summary>The indicators of the universe after the last complete session.</summary>
public sealed class IndicatorsHandlerTests
{
    private static readonly DateTimeOffset Morning = HandlerStage.At("2026-11-23", "05:45");
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Row_OfASteadyRise_IsWhatCanBeReckonedByHand()
    {
        double[] closes = [.. Enumerable.Range(1, 300).Select(i => (double)i)];
        var row = IndicatorRow.Of(new(new("RISE", BarInterval.Day, Adjustment.All, "test"), MarketStage.Closes(Today, closes)));

        Assert.Equal((300.0, 290.5, 275.5, 200.5), (row.Close, row.Sma20!.Value, row.Sma50!.Value, row.Sma200!.Value));
        Assert.Equal(100, row.Rsi14);
        Assert.Equal(Math.Round((300.0 / 295) - 1, 6), row.Return5);
        Assert.Equal(1.0, row.RelativeVolume);
        Assert.Equal("2026-11-20", row.Date);
        Assert.Equal(300 * 1.002, row.High252, 9);
    }

    [Fact]
    public void Row_OfFewBars_HasNoLongAverages()
    {
        var row = IndicatorRow.Of(new(new("NEW", BarInterval.Day, Adjustment.All, "test"), MarketStage.Closes(Today, MarketStage.Growing(30, 0.01))));

        Assert.NotNull(row.Sma20);
        Assert.Null(row.Sma50);
        Assert.Null(row.Return63);
    }

    [Fact]
    public async Task Handler_KeepsARowForEachSymbol_AndPublishesForTheUniverseOnly()
    {
        using var stage = await MarketStage.SyntheticAsync(Morning, years: 2);

        var universe = await stage.SucceedAsync(new IndicatorsHandler(), new IndicatorArguments());
        var index = await stage.SucceedAsync(new IndicatorsHandler(), new IndicatorArguments("index"));

        using var file = JsonDocument.Parse(await File.ReadAllBytesAsync(universe.Evidence.Outputs[0].Path, TestContext.Current.CancellationToken));
        Assert.Equal(6, file.RootElement.GetProperty("rows").GetArrayLength());
        Assert.True(file.RootElement.GetProperty("synthetic").GetBoolean());
        Assert.Equal("indicators.daily", Assert.Single(universe.Facts).Name);
        Assert.Empty(index.Facts);
        Assert.NotEqual(universe.Evidence.Outputs[0].Path, index.Evidence.Outputs[0].Path);
    }

    [Fact]
    public async Task Handler_CountsWhatLiesAboveItsAverage()
    {
        using var stage = await MarketStage.PlantedAsync(Morning, new Dictionary<string, Bar[]>
        {
            ["RISE"] = MarketStage.Closes(Today, MarketStage.Growing(100, 0.002)), ["ALSO"] = MarketStage.Closes(Today, MarketStage.Growing(100, 0.001)),
            ["FALL"] = MarketStage.Closes(Today, MarketStage.Growing(100, -0.002)), ["NEW"] = MarketStage.Closes(Today, MarketStage.Growing(30, 0.002)),
        });

        var counts = (await stage.SucceedAsync(new IndicatorsHandler(), new IndicatorArguments())).Evidence.Counts;

        Assert.Equal((4L, 2L, 0L), (counts["symbols"], counts["above_sma50"], counts["with_sma200"]));
    }

    [Fact]
    public async Task Handler_IsSkipped_ForASectorThatNothingIsIn()
    {
        using var stage = await MarketStage.SyntheticAsync(Morning, years: 1);
        Assert.Contains("no-such-sector", await stage.SkipAsync(new IndicatorsHandler(), new IndicatorArguments("no-such-sector")));
    }
}
