using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.MarketData.Bars;
using Kobe.Plugins.MarketData.Feeds;
using Kobe.Plugins.MarketData.Live;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Desk.Tests.Plugins.MarketData;

/// <summary>Halts, spreads, gaps, moves and volumes of a session, on prices that a test laid down.</summary>
public sealed class SessionTests : IDisposable
{
    private const string Date = "2026-11-23";
    private readonly HandlerStage _stage = new(HandlerStage.At(Date, "10:00"));
    private readonly string _folder;

    public SessionTests() => _folder = BarFolder.Use(_stage);

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task SymbolWithoutTrade_IsHalted_AndAFallOfEightPercentIsACircuitBreaker()
    {
        await Market(("SPY", [.. BarFolder.Row("09:30", 30, 92)]), ("AAA", [.. BarFolder.Row("09:30", 24)]), ("BBB", [.. BarFolder.Row("09:30", 28)]));

        await _stage.SucceedAsync(new HaltsHandler(), new HaltsArguments(Gap: TimeSpan.FromMinutes(5)));
        await _stage.SucceedAsync(new HaltsHandler(), new HaltsArguments(Gap: TimeSpan.FromMinutes(5)));

        var fact = _stage.Find("halts.today")!.Value;
        Assert.Equal(["AAA"], fact.GetProperty("halted").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal((true, 1), (fact.GetProperty("market").GetBoolean(), fact.GetProperty("level").GetInt32()));
        Assert.Equal(Urgency.Critical, Assert.Single(_stage.Notices).Urgency);
        Assert.Single(_stage.Discoveries);
    }

    [Theory]
    [InlineData(-0.0699, 0)]
    [InlineData(-0.07,   1)]
    [InlineData(-0.13,   2)]
    [InlineData(-0.25,   3)]
    public void CircuitBreaker_HasThreeLevels(double share, int level) => Assert.Equal(level, Halts.LevelOf(share));

    [Fact]
    public async Task WideAndThinSymbols_AreBlocked()
    {
        await Market(
            ("SPY", [.. BarFolder.Row("09:30", 30)]),
            ("WIDE", []),
            ("THIN", [.. BarFolder.Row("09:30", 30, 100, 3)]));

        // Bought and sold in each minute, the last trade by turns on either side.
        File.AppendAllLines(Path.Combine(_folder, "minute", "WIDE.csv"),
            BarFolder.Row("09:30", 30).Select((bar, i) => $"{Date} {bar.Time},100,100.5,99.5,{(i % 3 == 0 ? 99.5 : 100.5)},1000"));

        var result = await _stage.SucceedAsync(new SpreadsHandler(), new SpreadsArguments());

        Assert.Equal(["THIN", "WIDE"], _stage.Find("liquidity.today")!.Value.GetProperty("blocked").EnumerateArray().Select(one => one.GetString()!).Order());
        Assert.Equal(2, result.Evidence.Counts["blocked"]);
        Assert.IsType<TaskResult.Fatal>(await _stage.RunAsync(new SpreadsHandler(), new SpreadsArguments(SpreadMax: 0)));
    }

    // Roll's model: a price that does not move, traded at bid and ask in turn, has the spread between them.
    [Fact]
    public void SpreadEstimate_FindsTheBounce()
    {
        var random = new Random(7);
        var bars = Enumerable.Range(0, 5_000).Select(i =>
        {
            var close = random.Next(2) == 0 ? 99.9 : 100.1;
            return new Bar(Exchange.Open(Date).AddMinutes(i), Exchange.Open(Date).AddMinutes(i + 1), 100, 100.1, 99.9, close, 100);
        }).ToArray();

        Assert.Equal(0.002, SpreadEstimate.SpreadOf(bars), 0.0001);
        Assert.Equal(0, SpreadEstimate.SpreadOf(bars.AsSpan(0, 1)));
    }

    [Fact]
    public async Task IndexMove_IsOfTheMinutesUpToItsDueTime()
    {
        await Market(("SPY", [.. BarFolder.Row("09:30", 20), .. BarFolder.Row("09:50", 5, 102), .. BarFolder.Row("09:55", 5, 104)]));

        await _stage.SucceedAsync(new IndexMoveHandler(), new IndexMoveArguments(10, "index.ten"));

        var fact = _stage.Find("index.ten")!.Value;
        Assert.Equal(0.019608, fact.GetProperty("share").GetDouble());
        Assert.Equal((0.04, 0.333333), (fact.GetProperty("since_open").GetDouble(), fact.GetProperty("volume_share").GetDouble()));
        Assert.Equal((104 / _closes["SPY"]) - 1, fact.GetProperty("since_close").GetDouble(), 6);
    }

    [Fact]
    public async Task Release_IsMeasuredFromBeforeToAfter()
    {
        await Market(("SPY", [.. BarFolder.Row("09:30", 20), .. BarFolder.Row("09:50", 3, 103, 3000), .. BarFolder.Row("09:53", 7, 50)]));

        await _stage.SucceedAsync(new ReleaseHandler(), new ReleaseArguments(new(9, 50), 3));
        var during = _stage.Find("release.reaction")!.Value.GetProperty("index");
        Assert.Equal((0.03, 3.0), (during.GetProperty("share").GetDouble(), during.GetProperty("volume_ratio").GetDouble()));

        await _stage.SucceedAsync(new ReleaseHandler(), new ReleaseArguments(new(8, 30), 3, "release.early"));
        var before = _stage.Find("release.early")!.Value.GetProperty("index");
        Assert.Equal((100 / _closes["SPY"]) - 1, before.GetProperty("share").GetDouble(), 6);

        Assert.IsType<TaskResult.Snoozed>(await _stage.RunAsync(new ReleaseHandler(), new ReleaseArguments(new(10, 0))));
    }

    [Fact]
    public async Task OpeningGap_IsToTheFirstPrice_NotToTheEndOfItsMinute()
    {
        await Market(("SPY", [.. BarFolder.Row("09:30", 30)]), ("AAA", [.. BarFolder.Row("09:30", 30)]));
        File.WriteAllLines(
            Path.Combine(_folder, "minute", "AAA.csv"),
            ["date,open,high,low,close,volume", $"{Date} 09:30,120,120.1,109.9,110,1000", $"{Date} 09:31,110,110.1,109.9,110,1000"]);

        await _stage.SucceedAsync(new OpeningGapsHandler(), new OpeningGapsArguments());

        var gap = _stage.Find("gaps.open")!.Value.GetProperty("gaps")[0];
        Assert.Equal((120 / _closes["AAA"]) - 1, gap.GetProperty("share").GetDouble(), 6);
    }

    [Fact]
    public async Task OpeningGap_LeavesOutWhatASplitTook()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "factors"));
        File.WriteAllText(Path.Combine(_folder, "factors", "AAA.csv"), "20261120,1,0.5,100\n20501231,1,1,0\n");
        await Market(("SPY", [.. BarFolder.Row("09:30", 30)]), ("AAA", [.. BarFolder.Row("09:30", 30, 55)]));

        await _stage.SucceedAsync(new OpeningGapsHandler(), new OpeningGapsArguments());

        var gap = _stage.Find("gaps.open")!.Value.GetProperty("gaps")[0];
        Assert.Equal("AAA", gap.GetProperty("symbol").GetString());
        Assert.Equal((55 / (_closes["AAA"] / 2)) - 1, gap.GetProperty("share").GetDouble(), 6);
        Assert.True(gap.GetProperty("relative_volume").GetDouble() > 0);
    }

    [Fact]
    public async Task OvernightGap_IsThatOfTheSeries_SinceTheClose()
    {
        await Market(("SPY", [.. BarFolder.Row("09:30", 1)]));
        using var night = new HandlerStage(HandlerStage.At(Date, "03:30"), _stage.Place.Settings);
        Assert.Contains("has no value before", await night.SkipAsync(new OvernightGapHandler(), new OvernightGapArguments()), StringComparison.Ordinal);

        var inbox = Directory.CreateDirectory(Path.Combine(night.State, "desk", "feeds", "in")).FullName;
        File.WriteAllText(Path.Combine(inbox, "index_futures.csv"), """
            date,value
            2026-11-20T20:00:00Z,5000
            2026-11-20T21:00:00Z,5010
            2026-11-23T08:00:00Z,5060.1
            2026-11-23T09:00:00Z,9999
            """);
        await night.SucceedAsync(new FeedHandler(), new FeedArguments("index_futures", FeedKind.Series, Timeout: TimeSpan.FromSeconds(1)));
        await night.SucceedAsync(new OvernightGapHandler(), new OvernightGapArguments());

        Assert.Equal(0.01, night.Find("gaps.today")!.Value.GetProperty("gaps")[0].GetProperty("share").GetDouble());
    }

    [Fact]
    public async Task Profile_HasItsControlPriceWhereMostWasTraded()
    {
        await Market(("SPY", [.. BarFolder.Row("09:30", 10, 100, 100), .. BarFolder.Row("09:40", 10, 104, 5000), .. BarFolder.Row("09:50", 10, 110, 100)]));

        await _stage.SucceedAsync(new VolumeProfileHandler(), new ProfileArguments(Scope.Index, 20));

        var profile = _stage.Find("volume.profile")!.Value.GetProperty("profiles")[0];
        Assert.InRange(profile.GetProperty("control").GetDouble(), 103.5, 104.5);
        Assert.InRange(profile.GetProperty("value_high").GetDouble() - profile.GetProperty("value_low").GetDouble(), 0.1, 1.1);
    }

    [Fact]
    public async Task RelativeVolume_ComparesTheSameMinutes()
    {
        BarFolder.Daily(_folder, "SPY", BarFolder.Days(Date, 30));
        BarFolder.Minutes(_folder, "SPY", "2026-11-20", BarFolder.Row("09:30", 390));
        File.AppendAllLines(Path.Combine(_folder, "minute", "SPY.csv"),
            BarFolder.Row("09:30", 30, 100, 3000).Select(bar => $"{Date} {bar.Time},100,100.1,99.9,100,3000"));

        await _stage.SucceedAsync(new RelativeVolumeHandler(), new RelativeVolumeArguments(Sessions: 1));

        var fact = _stage.Find("volume.relative")!.Value;
        Assert.Equal((3.0, 1), (fact.GetProperty("symbols")[0].GetProperty("ratio").GetDouble(), fact.GetProperty("unusual").GetInt32()));
    }

    private readonly Dictionary<string, double> _closes = [];

    // Daily bars up to the Friday before, stored, and the minutes of the Monday.
    private async Task Market(params (string Symbol, (string Time, double Close, int Volume)[] Minutes)[] symbols)
    {
        foreach (var (symbol, minutes) in symbols)
        {
            var days = BarFolder.Days("2026-11-20", 30, 97);
            _closes[symbol] = days[^1].Close + 0.2;
            BarFolder.Daily(_folder, symbol, days);
            BarFolder.Minutes(_folder, symbol, Date, minutes);
        }

        await _stage.SucceedAsync(new DailyBarsHandler(), new DailyBarsArguments());
    }
}
