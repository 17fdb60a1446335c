using Kobe.Desk.Bars;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Research.Regimes;

namespace Kobe.Desk.Tests.Plugins.Research;

/// <summary>What kind of market it is.</summary>
public sealed class RegimeHandlerTests
{
    private static readonly DateTimeOffset Morning = HandlerStage.At("2026-11-23", "06:00");
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory] //   sma50   sma200  slope   month   adx  place  breadth  → kind, cap
    [InlineData(0.03, 0.08, 0.02, 0.03, 30, 0.4, 0.7, "BULL", 1.0)]
    [InlineData(0.03, 0.08, 0.02, 0.03, 30, 0.95, 0.7, "BULL", 0.5)] // wild: half of it
    [InlineData(-0.03, -0.08, -0.02, -0.03, 30, 0.4, 0.2, "BEAR", 0.25)]
    [InlineData(-0.03, -0.08, -0.02, -0.03, 30, 0.95, 0.2, "BEAR", 0.125)]
    [InlineData(0.01, -0.01, 0.01, -0.01, 30, 0.4, double.NaN, "NEUTRAL", 0.6)]
    [InlineData(0.01, -0.01, 0.01, -0.01, 10, 0.4, 0.5, "CHOP", 0.4)]
    [InlineData(0.03, double.NaN, 0.02, 0.03, 30, double.NaN, double.NaN, "BULL", 1.0)] // young index: what is there votes
    public void Rule_Judges(double sma50, double sma200, double slope, double month, double adx, double place, double breadth, string kind, double cap)
    {
        var found = RegimeRule.Of(new MarketSigns(sma50, sma200, slope, month, adx, place, 0.15, breadth), new RegimeArguments());

        Assert.Equal((kind, cap), (found.Kind.ToString(), found.ExposureCap));
        Assert.InRange(found.Confidence, 0, 1);
    }

    [Theory]
    [InlineData(0.002, "BULL")]
    [InlineData(-0.002, "BEAR")]
    [InlineData(0, "CHOP")]
    public async Task Handler_NamesAPlantedMarket(double growth, string expected)
    {
        using var stage = await PlantedAsync(growth);

        var result = await stage.SucceedAsync(new RegimeHandler(), new RegimeArguments());

        Assert.Equal(expected, result.Facts[0].Value.GetProperty("regime").GetString());
        Assert.Equal("2026-11-23", result.Facts[0].Value.GetProperty("date").GetString());
    }

    [Fact]
    public async Task Turn_IsADiscovery_AndTheSameAgainIsNone()
    {
        using var stage = await PlantedAsync(0.002);
        stage.Publish(Contracts.Fact.Of("regime.today", new RegimeToday("2026-11-20", "BEAR", 0.5, 0.25, "SPY", null, null)));

        await stage.SucceedAsync(new RegimeHandler(), new RegimeArguments());
        await stage.SucceedAsync(new RegimeHandler(), new RegimeArguments());

        Assert.Contains("from BEAR to BULL", Assert.Single(stage.Discoveries).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FewBars_AreSkipped()
    {
        using var stage = new HandlerStage(Morning);
        Assert.Contains("60 are needed", await stage.SkipAsync(new RegimeHandler(), new RegimeArguments()));
    }

    private static Task<HandlerStage> PlantedAsync(double growth) => MarketStage.PlantedAsync(Morning, new Dictionary<string, Bar[]>
    {
        ["SPY"] = MarketStage.Closes(Today, growth == 0 ? [.. Enumerable.Range(0, 400).Select(i => 100 + (2 * Math.Sin(1.3 * i)))] : MarketStage.Growing(400, growth)),
        ["ONE"] = MarketStage.Closes(Today, MarketStage.Growing(400, growth, 0.01)),
    });
}
