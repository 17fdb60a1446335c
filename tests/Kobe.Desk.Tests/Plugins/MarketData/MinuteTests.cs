using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.MarketData.Bars;
using Kobe.Plugins.MarketData.Minutes;
using Kobe.Plugins.MarketData.Quotes;

namespace Kobe.Desk.Tests.Plugins.MarketData;

/// <summary>Minutes are stored, checked, made longer and read back; quotes are kept.</summary>
public sealed class MinuteTests : IDisposable
{
    private readonly HandlerStage _stage = new(HandlerStage.At("2026-11-23", "17:00"));

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task Minutes_AreStoredOnce_AndTheirHolesListed()
    {
        var folder = BarFolder.Use(_stage);
        BarFolder.Daily(folder, "AAA", BarFolder.Days("2026-11-23", 5));
        BarFolder.Minutes(folder, "AAA", "2026-11-23", [.. BarFolder.Row("09:30", 100), .. BarFolder.Row("11:20", 280)]);

        var first = await _stage.SucceedAsync(new ArchiveMinutesHandler(), new ArchiveArguments());
        var again = await _stage.SucceedAsync(new ArchiveMinutesHandler(), new ArchiveArguments());

        Assert.Equal((380L, 10L), (first.Evidence.Counts["added"], first.Evidence.Counts["missing"]));
        Assert.Equal((0L, 380L), (again.Evidence.Counts["added"], again.Evidence.Counts["known"]));
        Assert.Contains("16:10\\u002B10", File.ReadAllText(first.Evidence.Outputs[0].Path), StringComparison.Ordinal);
        Assert.Equal(380, Stored("AAA", BarInterval.Minute).Count);
    }

    [Fact]
    public async Task SeveralSessions_OfMadeUpMinutes_AreStored()
    {
        var result = await _stage.SucceedAsync(new ArchiveMinutesHandler(), new ArchiveArguments(Sessions: 2));

        Assert.InRange(result.Evidence.Counts["added"] + result.Evidence.Counts["missing"], 2 * 390 * 6, 2 * 390 * 6);
        Assert.True(_stage.Find("bars.minutes")!.Value.GetProperty("synthetic").GetBoolean());
        Assert.IsType<TaskResult.Fatal>(await _stage.RunAsync(new ArchiveMinutesHandler(), new ArchiveArguments(Sessions: 0)));
    }

    [Fact]
    public async Task HaltOutlierAndStillMinute_AreFindings()
    {
        var folder = BarFolder.Use(_stage);
        BarFolder.Daily(folder, "AAA", BarFolder.Days("2026-11-23", 5));
        BarFolder.Daily(folder, "BBB", BarFolder.Days("2026-11-23", 5));
        BarFolder.Minutes(folder, "AAA", "2026-11-23",
            [.. BarFolder.Row("09:30", 100), ("11:10", 110, 1000), .. BarFolder.Row("11:11", 9), ("11:20", 100, 0), .. BarFolder.Row("11:27", 273)]);
        BarFolder.Minutes(folder, "BBB", "2026-11-23", BarFolder.Row("09:30", 390));

        var result = await _stage.SucceedAsync(new CheckMinutesHandler(), new CheckMinutesArguments());

        // The halt, the outlier, the missing minutes, the minute without volume.
        Assert.Equal(4, result.Evidence.Counts["findings"]);
        var fact = _stage.Find("bars.minute_quality")!.Value;
        Assert.Equal(["AAA"], fact.GetProperty("halted").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(["AAA"], fact.GetProperty("outliers").EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public async Task HaltAndOutlier_AreToldOfTheSymbolThatHadThem()
    {
        var folder = BarFolder.Use(_stage);
        BarFolder.Daily(folder, "AAA", BarFolder.Days("2026-11-23", 5));
        BarFolder.Daily(folder, "BBB", BarFolder.Days("2026-11-23", 5));
        BarFolder.Minutes(folder, "AAA", "2026-11-23", [.. BarFolder.Row("09:30", 100), .. BarFolder.Row("11:20", 280)]);
        BarFolder.Minutes(folder, "BBB", "2026-11-23", [.. BarFolder.Row("09:30", 100), ("11:10", 110, 1000), .. BarFolder.Row("11:11", 289)]);

        await _stage.SucceedAsync(new CheckMinutesHandler(), new CheckMinutesArguments());

        var fact = _stage.Find("bars.minute_quality")!.Value;
        Assert.Equal(["AAA"], fact.GetProperty("halted").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(["BBB"], fact.GetProperty("outliers").EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public async Task LongerBars_AddUpToTheMinutes_AndEndWithTheSession()
    {
        await _stage.SucceedAsync(new ResampleHandler(), new ResampleArguments(60));

        var minutes = (await DeskSession.Of(_stage.Context()).TodayAsync("ALFA", default)).All.ToArray();
        var hours = Stored("ALFA", BarInterval.OfMinutes(60));
        Assert.Equal(7, hours.Count);
        Assert.Equal(Exchange.Close("2026-11-23"), hours[^1].End);
        Assert.Equal(minutes.Sum(bar => bar.Volume), hours.All.ToArray().Sum(bar => bar.Volume));
        Assert.Equal(minutes[..60].Max(bar => bar.High), hours[0].High);
        Assert.Equal((minutes[60].Open, minutes[119].Close), (hours[1].Open, hours[1].Close));
        Assert.Equal(0, (await _stage.SucceedAsync(new ResampleHandler(), new ResampleArguments(60))).Evidence.Counts["added"]);
    }

    [Fact]
    public async Task DamagedSeries_IsNamed()
    {
        Assert.Equal("no such bars are stored yet", await _stage.SkipAsync(new VerifyStoreHandler(), new VerifyStoreArguments()));
        await _stage.SucceedAsync(new DailyBarsHandler(), new DailyBarsArguments());
        var whole = await _stage.SucceedAsync(new VerifyStoreHandler(), new VerifyStoreArguments("1d"));
        Assert.Equal(6, whole.Evidence.Counts["series"]);
        Assert.Equal("no such bars are stored yet", await _stage.SkipAsync(new VerifyStoreHandler(), new VerifyStoreArguments("5m")));

        // A frame behind it, so that the damage is no torn end.
        _stage.Time.Pass(TimeSpan.FromDays(1));
        await _stage.SucceedAsync(new DailyBarsHandler(), new DailyBarsArguments());
        var path = Path.Combine(_stage.State, "desk", "bars", "1d", "raw", "BRAVO", "2026.bars");
        var bytes = File.ReadAllBytes(path);
        bytes[200] ^= 1;
        File.WriteAllBytes(path, bytes);

        var failed = Assert.IsType<TaskResult.Failed>(await _stage.RunAsync(new VerifyStoreHandler(), new VerifyStoreArguments("1d")));
        Assert.Contains("BRAVO", failed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_AreKeptOnce_WithChecksums()
    {
        var result = await _stage.SucceedAsync(new QuotesHandler(), new QuotesArguments(Fact: "quotes.close"));
        var again = await _stage.SucceedAsync(new QuotesHandler(), new QuotesArguments(Fact: "quotes.close"));
        Assert.Equal((6L, 0L), (result.Evidence.Counts["added"], again.Evidence.Counts["added"]));

        var path = result.Evidence.Outputs[0].Path;
        var lines = File.ReadAllLines(path);
        var last = (await DeskSession.Of(_stage.Context()).TodayAsync("MADEUP", default))[^1];
        Assert.Equal((last.Close, last.End), (KeptQuote.Read(lines[0])!.Last, KeptQuote.Read(lines[0])!.At));
        Assert.Null(KeptQuote.Read(lines[0].Replace("MADEUP", "MADEUQ", StringComparison.Ordinal)));

        File.WriteAllText(path, lines[0][..20] + "\n");
        var mended = await _stage.SucceedAsync(new QuotesHandler(), new QuotesArguments(Fact: "quotes.close"));
        Assert.Equal((6L, 1L), (mended.Evidence.Counts["added"], mended.Evidence.Counts["damaged_lines"]));
    }

    private BarSeries Stored(string symbol, BarInterval interval) =>
        DeskSession.Of(_stage.Context()).Store.Read(symbol, interval, Adjustment.Raw, _stage.Time.GetUtcNow()).Series!;
}
