using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Research.Universes;

namespace Kobe.Desk.Tests.Plugins.Research;

/// <summary>What may be traded: liquid, dear enough, fresh, and not in doubt.</summary>
public sealed class UniverseHandlerTests
{
    private static readonly DateTimeOffset Morning = HandlerStage.At("2026-11-23", "05:30");
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task Universe_RanksByWhatTrades_AndLeavesOutTheIlliquidTheCheapAndTheStale()
    {
        using var stage = await MarketStage.PlantedAsync(Morning, new Dictionary<string, Bar[]>
        {
            ["SPY"] = MarketStage.Closes(Today, MarketStage.Growing(80, 0.001), 2_000_000),
            ["BIG"] = MarketStage.Closes(Today, MarketStage.Growing(80, 0.001), 9_000_000),
            ["THIN"] = MarketStage.Closes(Today, MarketStage.Growing(80, 0.001), 1_000),
            ["PENNY"] = MarketStage.Closes(Today, MarketStage.Growing(80, 0.001, start: 2), 90_000_000),
            ["YOUNG"] = MarketStage.Closes(Today, MarketStage.Growing(20, 0.001), 9_000_000),
            ["GONE"] = MarketStage.Closes(new(2026, 10, 1), MarketStage.Growing(80, 0.001), 9_000_000),
        }, new Dictionary<string, string> { ["BIG"] = "technology" });

        var universe = Of(await stage.SucceedAsync(new UniverseHandler(), new UniverseArguments()));

        Assert.Equal(["BIG", "SPY"], universe.Symbols.Select(one => one.Symbol));
        Assert.Equal("technology", universe.Symbols[0].Sector);
        Assert.InRange(universe.Symbols[0].DollarVolume, 9e8, 1.1e9);
        Assert.Empty(universe.Added);
    }

    [Fact]
    public async Task Universe_SaysWhatCameAndWent_TheSameWhenItRunsTwice()
    {
        using var stage = await MarketStage.SyntheticAsync(Morning);
        var first = Of(await stage.SucceedAsync(new UniverseHandler(), new UniverseArguments(MinDollarVolume: 0, MinPrice: 0)));
        var leaver = first.Symbols[0].Symbol;

        stage.Time.Pass(TimeSpan.FromDays(1));
        stage.Publish(Fact.Of("bars.quality", new { Date = "2026-11-24", Quarantined = new[] { leaver } }));
        var second = await stage.SucceedAsync(new UniverseHandler(), new UniverseArguments(MinDollarVolume: 0, MinPrice: 0));
        var again = await stage.SucceedAsync(new UniverseHandler(), new UniverseArguments(MinDollarVolume: 0, MinPrice: 0));

        Assert.Equal([leaver], Of(second).Removed);
        Assert.Equal([leaver], Of(again).Removed);
        Assert.Equal(second.Evidence.Outputs[0].Sha256, again.Evidence.Outputs[0].Sha256);
    }

    [Theory]
    // It is Monday the 23rd: the session before was on Friday.
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-20", true)]
    [InlineData("2026-11-19", false)]
    [InlineData("2026-11-24", false)]
    public async Task SymbolThatIsSetAside_IsLeftOut_ByACheckOfTodayOrOfTheSessionBefore(string checkedOn, bool counts)
    {
        using var stage = await MarketStage.SyntheticAsync(Morning);
        var rule = new UniverseArguments(MinDollarVolume: 0, MinPrice: 0);
        stage.Publish(Fact.Of("bars.quality", new { Date = checkedOn, Quarantined = new[] { "ALFA" } }));

        var universe = Of(await stage.SucceedAsync(new UniverseHandler(), rule));

        Assert.Equal(!counts, universe.Symbols.Any(one => one.Symbol == "ALFA"));
    }

    [Fact]
    public async Task Universe_IsSkipped_WithoutBars_AndWhenNothingFits()
    {
        using var empty = new HandlerStage(Morning);
        Assert.Contains("marketdata.daily_bars", await empty.SkipAsync(new UniverseHandler(), new UniverseArguments()));

        using var stage = await MarketStage.SyntheticAsync(Morning, years: 1);
        Assert.Contains("min_price", await stage.SkipAsync(new UniverseHandler(), new UniverseArguments(MinPrice: 1e6)));
    }

    private static UniverseToday Of(TaskResult.Succeeded result) =>
        new PublishedFact(result.Facts[0].Name, result.Facts[0].Value, default, "").As<UniverseToday>()!;
}
