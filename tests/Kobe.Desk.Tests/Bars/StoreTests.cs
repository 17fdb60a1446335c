using FsCheck;
using FsCheck.Fluent;
using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Store;
using Kobe.Desk.Bars.Synthetic;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Bars;

/// <summary>Bars on the disk: what was written comes back, grows, and is never changed.</summary>
public sealed class StoreTests : IDisposable
{
    private static readonly DateTimeOffset Later = Days.Instant("2100-01-01");
    private readonly Scratch _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Bars_ComeBackAsTheyWere_WithTheirName()
    {
        var series = Walks.Series(1, 700);
        var report = Store().Append(series);
        var read = Read();

        Assert.Equal((700, 0, 0), (report.Added, report.Known, report.Refused.Count));
        Assert.Equal(series.All.ToArray(), read.All.ToArray());
        Assert.Equal(series.Name, read.Name);
        Assert.Equal([series.Name], Store().Series());
        Assert.Equal(["2000.bars", "2001.bars", "2002.bars", "series.json"], Files());
    }

    [Fact]
    public void Minutes_LieByMonth()
    {
        var market = new SyntheticMarket(Exchange.Xnys, new() { Seed = 3, From = new(2020, 11, 25), To = new(2020, 12, 3) });
        var minutes = market.Minutes("ACME", new(2020, 11, 25), new(2020, 12, 3));
        Store().Append(minutes);

        Assert.Equal(minutes.All.ToArray(), Store().Read("ACME", BarInterval.Minute, Adjustment.Raw, Later).Series!.All.ToArray());
        Assert.True(File.Exists(_folder.At("1m", "raw", "ACME", "2020-11.bars")));
        Assert.True(File.Exists(_folder.At("1m", "raw", "ACME", "2020-12.bars")));
    }

    [Fact]
    public void Minutes_AreReadFromAnInstantOn_WithoutTheMonthsBefore()
    {
        var market = new SyntheticMarket(Exchange.Xnys, new() { Seed = 3, From = new(2020, 11, 25), To = new(2020, 12, 3) });
        var minutes = market.Minutes("ACME", new(2020, 11, 25), new(2020, 12, 3));
        Store().Append(minutes);
        File.WriteAllText(_folder.At("1m", "raw", "ACME", "2020-11.bars"), "damaged, and not opened");
        var from = Days.Instant("2020-12-02T15:00Z");

        var read = Store().Read("ACME", BarInterval.Minute, Adjustment.Raw, from, Later);

        Assert.Equal(minutes.Between(from, Later).All.ToArray(), read.Series!.All.ToArray());
        Assert.Equal(from, read.Series[0].Start);
        Assert.NotEmpty(Store().Read("ACME", BarInterval.Minute, Adjustment.Raw, Later).Errors);
    }

    [Fact]
    public void Read_ShowsWhatWasComplete()
    {
        var series = Walks.Series(1, 100);
        Store().Append(series);

        Assert.Equal(50, Store().Read("WALK", BarInterval.Day, Adjustment.Raw, series[49].End).Series!.Count);
        Assert.Equal(49, Store().Read("WALK", BarInterval.Day, Adjustment.Raw, series[49].End.AddTicks(-1)).Series!.Count);
    }

    // Law: in whatever pieces bars come, also again, the store holds them once and in order.
    [Fact]
    public void Pieces_MakeTheSameSeries_AsTheWhole() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), Prop.ForAll<int[]>(cuts =>
    {
        using var folder = new Scratch();
        var (store, walk) = (new BarStore(folder.Root), Walks.Series(2, 400));
        var from = 0;
        foreach (var cut in cuts.Select(cut => (int)(unchecked((uint)cut) % 400)).Append(399).Order())
        {
            // Each piece begins before the last one ended: what is known is known.
            store.Append(new(walk.Name, walk.All[Math.Max(0, from - 3)..(cut + 1)].ToArray()));
            from = cut + 1;
        }

        Assert.Equal(walk.All.ToArray(), store.Read("WALK", BarInterval.Day, Adjustment.Raw, Later).Series!.All.ToArray());
    }));

    [Fact]
    public void ContradictingBar_GoesIntoTheQuarantine_AndTheStoredOneStays()
    {
        var series = Walks.Series(1, 10);
        Store().Append(series);
        var changed = series.All.ToArray();
        changed[4] = changed[4] with { Volume = 1 };
        var report = Store().Append(new(series.Name, changed));

        Assert.Equal((0, 9, 1), (report.Added, report.Known, report.Refused.Count));
        Assert.Equal(series.All.ToArray(), Read().All.ToArray());
        Assert.Contains("Another bar is stored", Assert.Single(Store().Quarantined(series.Name)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Hole_MayBeFilledLater_AndIsReadInItsPlace()
    {
        var series = Walks.Series(1, 400);
        Store().Append(new(series.Name, [.. series.All[200..300], .. series.All[305..]]));
        var before = File.ReadAllBytes(_folder.At("1d", "raw", "WALK", "2001.bars"));
        var report = Store().Append(series);

        Assert.Equal((205, 195, 0), (report.Added, report.Known, report.Refused.Count));
        Assert.Equal(series.All.ToArray(), Read().All.ToArray());
        Assert.Equal(before, File.ReadAllBytes(_folder.At("1d", "raw", "WALK", "2001.bars"))[..before.Length]);
    }

    [Fact]
    public void BarThatOverlapsAStoredOne_IsRefused()
    {
        var series = Walks.Series(1, 10);
        Store().Append(series);
        var odd = series[4] with { StartTicks = series[4].StartTicks + TimeSpan.TicksPerHour };

        Assert.Single(Store().Append(new(series.Name, [odd])).Refused);
        Assert.Equal(10, Read().Count);
    }

    [Fact]
    public void TornTail_IsLeftOut_AndReplacedByTheNextAppend()
    {
        var series = Walks.Series(1, 20);
        Store().Append(new(series.Name, series.All[..10].ToArray()));
        Store().Append(new(series.Name, series.All[10..15].ToArray()));
        var path = _folder.At("1d", "raw", "WALK", "2000.bars");
        using (var file = File.Open(path, FileMode.Open))
        {
            file.SetLength(file.Length - 7);
        }

        Assert.Equal(10, Read().Count);
        Assert.Equal(10, Store().Append(series).Added);
        Assert.Equal(series.All.ToArray(), Read().All.ToArray());
    }

    [Fact]
    public void DamageInTheMiddle_IsRefused_WithTheFile()
    {
        var series = Walks.Series(1, 20);
        Store().Append(new(series.Name, series.All[..10].ToArray()));
        Store().Append(series);
        var path = _folder.At("1d", "raw", "WALK", "2000.bars");
        var bytes = File.ReadAllBytes(path);
        bytes[100] ^= 1;
        File.WriteAllBytes(path, bytes);
        var reading = Store().Read("WALK", BarInterval.Day, Adjustment.Raw, Later);

        Assert.Null(reading.Series);
        Assert.Equal((DeskCodes.Corrupt, path), (reading.Errors[0].Code, reading.Errors[0].File));
        Assert.Throws<InvalidDataException>(() => Store().Append(series));
    }

    [Theory]
    [InlineData("{\"format\":1,")]
    [InlineData("{\"format\":2,\"symbol\":\"WALK\"}")]
    public void DamagedOrNewerRecord_IsRefused_WithTheFile(string record)
    {
        Store().Append(Walks.Series(1, 20));
        File.WriteAllText(_folder.At("1d", "raw", "WALK", "series.json"), record);
        var reading = Store().Read("WALK", BarInterval.Day, Adjustment.Raw, Later);

        Assert.Null(reading.Series);
        Assert.Equal(DeskCodes.Corrupt, reading.Errors[0].Code);
        Assert.EndsWith("series.json", reading.Errors[0].File, StringComparison.Ordinal);
    }

    [Fact]
    public void MadeUpPrices_NeverMixWithRealOnes()
    {
        var series = Walks.Series(1, 20);
        Store().Append(series);

        Assert.Throws<InvalidDataException>(() => Store().Append(
            new(series.Name with { IsSynthetic = false }, series.All.ToArray())));
    }

    [Fact]
    public void Adjustments_LieApart()
    {
        var series = Walks.Series(1, 20);
        Store().Append(series);
        Store().Append(new(series.Name with { Adjustment = Adjustment.All }, [.. series.All.ToArray().Select(bar => bar.Scaled(0.5, 1))]));

        Assert.Equal(series[0].Close, Read()[0].Close);
        Assert.Equal(2, Store().Series().Count);
    }

    [Theory]
    [InlineData("NONE")]
    [InlineData("../1d")]
    public void UnknownSymbol_IsSaidSo(string symbol) => Assert.Equal(
        DeskCodes.Unreadable, Store().Read(symbol, BarInterval.Day, Adjustment.Raw, Later).Errors[0].Code);

    [Fact]
    public void Files_AreTheOwnersOnly()
    {
        Store().Append(Walks.Series(1, 20));
        foreach (var file in Directory.EnumerateFiles(_folder.At("1d", "raw", "WALK")))
        {
            // The guard is for the compiler: the tests run on Linux.
            var mode = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
        }
    }

    private BarStore Store() => new(_folder.Root);

    private BarSeries Read() => Store().Read("WALK", BarInterval.Day, Adjustment.Raw, Later).Series!;

    private string[] Files() =>
        [.. Directory.EnumerateFiles(_folder.At("1d", "raw", "WALK")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
