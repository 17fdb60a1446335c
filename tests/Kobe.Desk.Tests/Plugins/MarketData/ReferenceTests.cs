using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.MarketData.Bars;
using Kobe.Plugins.MarketData.Reference;

namespace Kobe.Desk.Tests.Plugins.MarketData;

/// <summary>What is known of symbols before the day: levels, extremes, sectors, assets, splits and dividends.</summary>
public sealed class ReferenceTests : IDisposable
{
    private readonly HandlerStage _stage = new(HandlerStage.At("2026-11-23", "06:00"));
    private readonly string _folder;

    public ReferenceTests() => _folder = BarFolder.Use(_stage);

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Levels_AreThoseOfTheLastSession_AndExtremesOfTheLastOnes()
    {
        var days = BarFolder.Days("2026-11-20", 30);
        BarFolder.Daily(_folder, "AAA", days.Select((day, i) => (day.Date, i == 15 ? 150 : day.Close)));
        Assert.StartsWith("no daily bars are stored", await _stage.SkipAsync(new LevelsHandler(), new LevelsArguments()), StringComparison.Ordinal);
        await Store();

        await _stage.SucceedAsync(new LevelsHandler(), new LevelsArguments(Sessions: 20));
        await _stage.SucceedAsync(new LevelsHandler(), new LevelsArguments(Sessions: 10, Fact: "levels.short"));

        var level = _stage.Find("levels.today")!.Value.GetProperty("levels")[0];
        var open = days[^1].Close;
        Assert.Equal((Math.Round(open + 1, 4), Math.Round(open - 1, 4)), (level.GetProperty("high").GetDouble(), level.GetProperty("low").GetDouble()));
        Assert.Equal(Math.Round(open + (0.2 / 3), 4), level.GetProperty("pivot").GetDouble());
        Assert.Equal(151, level.GetProperty("highest").GetDouble());
        Assert.True(_stage.Find("levels.short")!.Value.GetProperty("levels")[0].GetProperty("highest").GetDouble() < 110);
    }

    [Fact]
    public async Task NewHighsAndLows_AreNamed()
    {
        var days = BarFolder.Days("2026-11-20", 40);
        BarFolder.Daily(_folder, "UP", days.Select((day, i) => (day.Date, 100.0 + i)));
        BarFolder.Daily(_folder, "DOWN", days.Select((day, i) => (day.Date, 100.0 - i)));
        BarFolder.Daily(_folder, "FLAT", days.Select(day => (day.Date, 100.0)));
        await Store();

        await _stage.SucceedAsync(new ExtremesHandler(), new ExtremesArguments(20));

        var fact = _stage.Find("extremes.last")!.Value;
        Assert.Equal("UP", Assert.Single(fact.GetProperty("highs").EnumerateArray()).GetString());
        Assert.Equal("DOWN", Assert.Single(fact.GetProperty("lows").EnumerateArray()).GetString());
        Assert.StartsWith("no symbol has 41", await _stage.SkipAsync(new ExtremesHandler(), new ExtremesArguments(41)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sectors_AreRankedByTheirMean()
    {
        File.WriteAllText(Path.Combine(_folder, "sectors.csv"), "AAA,energy\nBBB,energy\nCCC,retail\n");
        var days = BarFolder.Days("2026-11-20", 10);
        foreach (var (symbol, last) in new[] { ("AAA", 110.0), ("BBB", 120.0), ("CCC", 90.0), ("DDD", 500.0) })
        {
            BarFolder.Daily(_folder, symbol, days.Select((day, i) => (day.Date, i == 9 ? last - 0.2 : 99.8)));
        }

        await Store();
        await _stage.SucceedAsync(new SectorMovesHandler(), new SectorMovesArguments(1));

        var sectors = _stage.Find("sectors.moves")!.Value.GetProperty("sectors").EnumerateArray().ToList();
        Assert.Equal(["energy", "retail"], sectors.Select(one => one.GetProperty("sector").GetString()));
        Assert.Equal(0.15, sectors[0].GetProperty("share").GetDouble());
        Assert.Equal(("BBB", "AAA"), (sectors[0].GetProperty("leader").GetString(), sectors[0].GetProperty("laggard").GetString()));
        Assert.StartsWith("no symbol", await _stage.SkipAsync(new SectorMovesHandler(), new SectorMovesArguments(0)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewAndGoneSymbols_AreTold_AndAHeldOneToAPerson()
    {
        BarFolder.Daily(_folder, "AAA", BarFolder.Days("2026-11-20", 30));
        BarFolder.Daily(_folder, "OLD", BarFolder.Days("2026-10-20", 30));
        _stage.Publish(Fact.Of("positions.open", new { Positions = new[] { new { Symbol = "OLD" } } }));
        var first = await _stage.SucceedAsync(new AssetsHandler(), new AssetsArguments());
        var counts = first.Evidence.Counts;
        Assert.Equal((2L, 1L, 0L, 1L), (counts["symbols"], counts["trading"], counts["added"], counts["gone"]));
        Assert.StartsWith("OLD is held", Assert.Single(_stage.Notices).Text, StringComparison.Ordinal);

        BarFolder.Daily(_folder, "NEW", BarFolder.Days("2026-11-20", 3));
        DeskRoom.Close(_stage.State);
        Assert.Equal(1, (await _stage.SucceedAsync(new AssetsHandler(), new AssetsArguments())).Evidence.Counts["added"]);
    }

    [Fact]
    public async Task SplitsAndDividends_AreThoseThatHaveHappened()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "factors"));

        // A dividend of 1 dollar by November 2, a split of 2 for 1 by the 23rd, a dividend that is still to come.
        File.WriteAllText(
            Path.Combine(_folder, "factors", "AAA.csv"),
            "20261030,0.9702,0.5,100\n20261120,0.98,0.5,100\n20261201,0.98,1,50\n20501231,1,1,0\n");
        BarFolder.Daily(_folder, "AAA", BarFolder.Days("2026-11-20", 30));
        BarFolder.Daily(_folder, "BBB", BarFolder.Days("2026-11-20", 30));
        await Store();

        var today = await _stage.SucceedAsync(new CorporateActionsHandler(), new ActionsArguments());
        var month = await _stage.SucceedAsync(new CorporateActionsHandler(), new ActionsArguments(Days: 30, Fact: "actions.month"));
        await _stage.SucceedAsync(new DividendsHandler(), new DividendsArguments());

        Assert.Equal((1L, 1L), (today.Evidence.Counts["actions"], today.Evidence.Counts["splits"]));
        Assert.Equal(2, month.Evidence.Counts["actions"]);
        var payer = Assert.Single(_stage.Find("dividends.year")!.Value.GetProperty("payers").EnumerateArray());
        Assert.Equal(("AAA", 1, 0.5), (payer.GetProperty("symbol").GetString(), payer.GetProperty("payments").GetInt32(), payer.GetProperty("dollars").GetDouble()));
    }

    [Fact]
    public async Task UniverseInput_MeasuresSymbols_TheMostTradedFirst()
    {
        BarFolder.Daily(_folder, "AAA", BarFolder.Days("2026-11-20", 30, 10));
        BarFolder.Daily(_folder, "BBB", BarFolder.Days("2026-11-20", 30, 200));
        await Store();

        await _stage.SucceedAsync(new UniverseInputHandler(), new UniverseInputArguments(10));

        var fact = _stage.Find("universe.input")!.Value;
        Assert.Equal(["BBB", "AAA"], fact.GetProperty("largest").EnumerateArray().Select(one => one.GetString()));
        var bars = BarFolder.Stored(_stage, "AAA").All.ToArray();
        var measure = SymbolMeasure.Of("AAA", "", bars, 10)!;
        var moves = bars[^11..].Zip(bars[^10..], (one, next) => Math.Log(next.Close / one.Close)).ToList();
        var deviation = Math.Sqrt(moves.Sum(move => Math.Pow(move - moves.Average(), 2)) / 9 * 252);
        Assert.Equal(deviation, measure.Volatility, 1e-6);
        Assert.Equal(bars[^10..].Average(bar => bar.Close * bar.Volume), measure.DollarVolume, 1.0);
    }

    private Task<TaskResult.Succeeded> Store() => _stage.SucceedAsync(new DailyBarsHandler(), new DailyBarsArguments());
}
