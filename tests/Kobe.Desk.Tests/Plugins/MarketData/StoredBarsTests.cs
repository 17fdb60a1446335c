using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.MarketData.Bars;

namespace Kobe.Desk.Tests.Plugins.MarketData;

/// <summary>Daily bars come into the store once, holes are known and filled, wrong bars set their symbol aside.</summary>
public sealed class StoredBarsTests : IDisposable
{
    private static readonly CheckBarsArguments Check = new();

    private readonly HandlerStage _stage = new(HandlerStage.At("2026-11-23", "05:00"));

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task NewSymbols_GetThreeYears_ThenOnlyWhatIsMissing()
    {
        var first = await _stage.SucceedAsync(new DailyBarsHandler(), new DailyBarsArguments());
        var stored = BarFolder.Stored(_stage, "ALFA");
        Assert.InRange(stored.Count, 745, 756);
        Assert.Equal(new DateOnly(2026, 11, 20), Exchange.Xnys.DateOf(stored[^1].Start));
        Assert.Equal(6, first.Evidence.Counts["symbols"]);

        Assert.Equal(0, (await _stage.SucceedAsync(new DailyBarsHandler(), new DailyBarsArguments())).Evidence.Counts["added"]);

        _stage.Time.Pass(TimeSpan.FromDays(1));
        Assert.InRange((await _stage.SucceedAsync(new DailyBarsHandler(), new DailyBarsArguments())).Evidence.Counts["added"], 5, 6);
        var fact = _stage.Find("bars.daily")!.Value;
        Assert.Equal(("2026-11-23", true), (fact.GetProperty("date").GetString(), fact.GetProperty("synthetic").GetBoolean()));
    }

    [Fact]
    public async Task MoreYears_AreAddedBeforeWhatIsStored_UnderTheFactThatTheRowNames()
    {
        await _stage.SucceedAsync(new DailyBarsHandler(), new DailyBarsArguments());
        await _stage.SucceedAsync(new DailyBarsHandler(), new DailyBarsArguments(Years: 5, Fact: "bars.long"));

        var stored = BarFolder.Stored(_stage, "ALFA");
        Assert.Equal(2021, stored[0].Start.Year);
        Assert.NotNull(_stage.Find("bars.long"));
    }

    [Fact]
    public async Task OneSector_LeavesTheOthersAlone()
    {
        var desk = DeskSession.Of(_stage.Context());
        var sector = desk.Source.SectorOf("ALFA");
        await _stage.SucceedAsync(new DailyBarsHandler(), new DailyBarsArguments(Sector: sector, Fact: "bars.sector"));

        Assert.All(desk.Symbols, symbol => Assert.Equal(desk.Source.SectorOf(symbol) == sector, desk.Raw(symbol).Count > 0));
        Assert.Equal("no symbol of the sector mining is watched", await _stage.SkipAsync(new DailyBarsHandler(), new DailyBarsArguments(Sector: "mining")));
        Assert.IsType<TaskResult.Fatal>(await _stage.RunAsync(new DailyBarsHandler(), new DailyBarsArguments(Years: 0)));
    }

    [Fact]
    public async Task Hole_IsListed_FilledWhenTheSourceHasIt_AndPermanentAfterThreeTries()
    {
        var folder = BarFolder.Use(_stage);
        var days = BarFolder.Days("2026-11-20", 30);
        BarFolder.Daily(folder, "AAA", days.Where((_, i) => i is not (10 or 20)));
        await _stage.SucceedAsync(new DailyBarsHandler(), new DailyBarsArguments());
        Assert.Equal(2, _stage.Find("bars.daily")!.Value.GetProperty("gaps").GetInt32());

        DeskRoom.Close(_stage.State);
        BarFolder.Daily(folder, "AAA", days.Where((_, i) => i != 20));
        var filled = await _stage.SucceedAsync(new BackfillHandler(), new BackfillArguments());
        Assert.Equal((2, 1, 1), (filled.Evidence.Counts["asked"], filled.Evidence.Counts["filled"], filled.Evidence.Counts["open"]));
        Assert.Equal(days[10].Date, Exchange.Xnys.DateOf(BarFolder.Stored(_stage, "AAA")[10].Start));

        for (var day = 0; day < 3; day++)
        {
            _stage.Time.Pass(TimeSpan.FromDays(1));
            filled = await _stage.SucceedAsync(new BackfillHandler(), new BackfillArguments());
        }

        Assert.Equal((0, 1), (filled.Evidence.Counts["open"], filled.Evidence.Counts["permanent"]));
        Assert.StartsWith("no stored series has a hole", await _stage.SkipAsync(new BackfillHandler(), new BackfillArguments()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongBars_SetTheirSymbolAside_AndAreToldOnce()
    {
        var folder = BarFolder.Use(_stage);
        var days = BarFolder.Days("2026-11-20", 60);
        BarFolder.Daily(folder, "GOOD", days);
        BarFolder.Daily(folder, "LATE", days.SkipLast(4));
        BarFolder.Daily(folder, "SPIKE", days.Select((day, i) => (day.Date, i == 50 ? day.Close * 1.8 : day.Close)));
        BarFolder.Daily(folder, "SPLIT", days.Select((day, i) => (day.Date, i < 55 ? day.Close * 2 : day.Close)));
        Assert.StartsWith("no daily bars are stored yet", await _stage.SkipAsync(new CheckBarsHandler(), Check), StringComparison.Ordinal);
        await _stage.SucceedAsync(new DailyBarsHandler(), new DailyBarsArguments());

        var result = await _stage.SucceedAsync(new CheckBarsHandler(), Check);
        await _stage.SucceedAsync(new CheckBarsHandler(), Check);

        Assert.Equal(["LATE", "SPIKE", "SPLIT"], _stage.Find("bars.quality")!.Value.GetProperty("quarantined").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(4, result.Evidence.Counts["symbols"]);
        Assert.Equal(3, _stage.Discoveries.Count);
        Assert.Contains("split of 2 for 1", File.ReadAllText(result.Evidence.Outputs[0].Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OldFinding_SetsNothingAside()
    {
        var folder = BarFolder.Use(_stage);
        var days = BarFolder.Days("2026-11-20", 200);
        BarFolder.Daily(folder, "SPIKE", days.Select((day, i) => (day.Date, i == 50 ? day.Close * 1.8 : day.Close)));
        await _stage.SucceedAsync(new DailyBarsHandler(), new DailyBarsArguments());

        var result = await _stage.SucceedAsync(new CheckBarsHandler(), Check);

        Assert.Equal((true, 0), (result.Evidence.Counts["findings"] > 0, result.Evidence.Counts["set_aside"]));
    }

    [Fact]
    public async Task UnreadableFile_IsNamed_AndTheOthersAreStored()
    {
        var folder = BarFolder.Use(_stage);
        BarFolder.Daily(folder, "AAA", BarFolder.Days("2026-11-20", 30));
        BarFolder.Daily(folder, "BBB", BarFolder.Days("2026-11-20", 30));
        File.AppendAllText(Path.Combine(folder, "daily", "BBB.csv"), "not a line of bars\n");

        var result = await _stage.SucceedAsync(new DailyBarsHandler(), new DailyBarsArguments());

        Assert.Equal((1, 1, 30), (result.Evidence.Counts["symbols"], result.Evidence.Counts["unreadable"], result.Evidence.Counts["added"]));
    }
}
