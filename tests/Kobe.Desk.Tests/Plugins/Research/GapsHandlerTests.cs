using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Research.Gaps;

namespace Kobe.Desk.Tests.Plugins.Research;

/// <summary>Symbols that open away from their close.</summary>
public sealed class GapsHandlerTests
{
    private static readonly DateOnly Tomorrow = new(2026, 11, 24);

    [Fact]
    public async Task PlantedGap_IsFoundAfterTheOpen_WithItsVolume()
    {
        // Monday the 23rd is the last bar: it opens 4 % above Friday's close in one symbol only.
        using var stage = await MarketStage.PlantedAsync(HandlerStage.At("2026-11-23", "09:32"), new Dictionary<string, Bar[]>
        {
            ["SPY"] = MarketStage.Closes(Tomorrow, MarketStage.Growing(40, 0)),
            ["JUMP"] = [.. MarketStage.Closes(Tomorrow, MarketStage.Growing(40, 0)).Select((bar, i) => i < 39 ? bar : bar with { Open = 104, High = 105, Close = 104 })],
        });

        var result = await stage.SucceedAsync(new GapsHandler(), new GapArguments());

        var gap = Assert.Single(result.Facts[0].Value.GetProperty("gaps").EnumerateArray());
        Assert.Equal("JUMP", gap.GetProperty("symbol").GetString());
        Assert.Equal(0.04, gap.GetProperty("share").GetDouble(), 6);
        Assert.True(gap.GetProperty("relative_volume").GetDouble() > 0);
        Assert.Equal(2, result.Evidence.Counts["priced"]);
    }

    [Fact]
    public async Task SplitOfThisMorning_IsNoGap()
    {
        using var stage = await MarketStage.PlantedAsync(HandlerStage.At("2026-11-23", "09:32"), new Dictionary<string, Bar[]>
        {
            ["SPLIT"] = [.. MarketStage.Closes(Tomorrow, MarketStage.Growing(40, 0)).Select((bar, i) => i < 39 ? bar : bar with { Open = 52, High = 53, Low = 51, Close = 52 })],
        });
        var factors = Directory.CreateDirectory(Path.Combine(stage.State, "planted", "factors")).FullName;
        File.WriteAllText(Path.Combine(factors, "SPLIT.csv"), "20261120,1,0.5,100\n20501231,1,1,0\n");
        DeskRoom.Close(stage.State);

        var result = await stage.SucceedAsync(new GapsHandler(), new GapArguments());

        Assert.Equal(0.04, Assert.Single(result.Facts[0].Value.GetProperty("gaps").EnumerateArray()).GetProperty("share").GetDouble(), 6);
    }

    [Fact]
    public async Task BeforeTheOpen_AndOnAHoliday_ThereIsNothingToCompare()
    {
        using var stage = await MarketStage.SyntheticAsync(HandlerStage.At("2026-11-23", "08:25"), years: 1);
        Assert.Contains("before the open", await stage.SkipAsync(new GapsHandler(), new GapArguments()));

        stage.Time.Pass(TimeSpan.FromDays(3));
        Assert.Contains("no session", await stage.SkipAsync(new GapsHandler(), new GapArguments()));
    }

    [Fact]
    public void Gaps_AreOrderedBySize_AndCut()
    {
        FirstPrice[] prices = [new("A", 100, 101, 1), new("B", 100, 95, 1), new("C", 100, 103, double.NaN), new("D", 100, 100.5, 1)];

        Assert.Equal(["B", "C"], Gap.Of(prices, 0.01, 2).Select(gap => gap.Symbol));
        Assert.Null(Gap.Of(prices, 0.02, 5)[1].RelativeVolume);
    }
}
