using Kobe.Desk.Bars.Store;
using Kobe.Desk.Brokers;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Bars;

/// <summary>The last quote of each minute: kept exactly, never changed, and never seen before its time.</summary>
public sealed class QuoteStoreTests : IDisposable
{
    private static readonly DateTimeOffset Open = Exchange.Open("2026-11-23");
    private readonly Scratch _scratch = new();

    private QuoteStore Store => new(_scratch.Root);

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void LastQuoteOfEachMinute_IsStored_WhenTheMinuteIsOver()
    {
        var report = Append(Open.AddSeconds(125), At(10, 100.01m), At(50, 100.02m), At(30, 100.03m), At(70, 100.04m), At(121, 100.05m));

        Assert.Equal((2, 0, 0), (report.Added, report.Known, report.Refused.Count));
        Assert.Equal([At(50, 100.02m), At(70, 100.04m)], Read(Open.AddHours(1)));
    }

    [Fact]
    public void Reading_IsAsOfNow()
    {
        Append(Open.AddMinutes(5), At(50, 1.01m), At(70, 1.02m), At(130, 1.03m));

        Assert.Equal([At(50, 1.01m)], Read(Open.AddSeconds(69)));
        Assert.Equal([At(50, 1.01m), At(70, 1.02m)], Read(Open.AddSeconds(70)));
        Assert.Equal(At(70, 1.02m), Store.Last("AAPL", Open.AddSeconds(129)));
        Assert.Null(Store.Last("AAPL", Open.AddSeconds(49)));
        Assert.Null(Store.Last("SPY", Open.AddDays(1)));
    }

    [Fact]
    public void SameQuoteAgain_IsNoNews_AHoleIsFilledLate_AndAnotherOneIsRefused()
    {
        Append(Open.AddMinutes(5), At(50, 1.01m), At(170, 1.03m));

        var report = Append(Open.AddMinutes(6), At(50, 1.01m), At(171, 1.99m), At(70, 1.02m), At(250, 1.04m));

        Assert.Equal((2, 1), (report.Added, report.Known));
        Assert.Equal(
            ["Another quote is stored for this minute: 2026-11-23 14:32:50Z bid=1.02 ask=1.04 last=1.03."], report.Refused.Select(one => one.Reason));
        Assert.Equal([At(50, 1.01m), At(70, 1.02m), At(170, 1.03m), At(250, 1.04m)], Read(Open.AddHours(1)));
        Assert.Equal(At(170, 1.03m), Store.Last("AAPL", Open.AddSeconds(249)));
        Assert.Equal(report.Refused, Store.Quarantined("AAPL"));
    }

    [Theory]
    [InlineData(-1, 2, 1, 0, "A price is negative.")]
    [InlineData(0, 0, 0, 0, "It has no price at all.")]
    [InlineData(2, 1, 1, 0, "The bid lies above the ask.")]
    [InlineData(1, 2, 1, 600, "It lies in the future.")]
    public void QuoteThatCannotBeTrue_IsKeptOut(int bid, int ask, int last, int second, string reason)
    {
        var report = Append(Open.AddMinutes(5), new Quote(bid, ask, last, Open.AddSeconds(second)));

        Assert.Equal((0, reason), (report.Added, Assert.Single(report.Refused).Reason));
        Assert.Empty(Read(Open.AddHours(1)));
    }

    [Fact]
    public void Decimals_ComeBackExactly()
    {
        var exact = new Quote(190.0100m, 190.02m, 0.123456789012345678901234m, Open.AddTicks(7));
        Append(Open.AddMinutes(1), exact);

        Assert.Equal(exact, Assert.Single(Read(Open.AddMinutes(1))));
        Assert.Equal("190.0100", Read(Open.AddMinutes(1))[0].Bid.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void EachDate_HasAFile_AndASpanIsRead()
    {
        Append(Open.AddDays(3), At(0, 1), At(86_400, 2), At(2 * 86_400, 3));

        Assert.Equal(3, Directory.GetFiles(_scratch.At("AAPL"), "*.quotes").Length);
        Assert.Equal([2m, 3m], Store.Read("AAPL", Open.AddDays(1), Open.AddDays(9)).Quotes.Select(quote => quote.Last));
        Assert.Equal(2m, Store.Last("AAPL", Open.AddDays(1).AddHours(3))!.Value.Last);
        Assert.Equal(1m, Store.Last("AAPL", Open.AddDays(1).AddHours(-1))!.Value.Last);
    }

    [Fact]
    public void TornTail_IsReplacedByTheNextAppend_AndDamageBeforeItIsRefused()
    {
        Append(Open.AddMinutes(2), At(0, 1));
        Append(Open.AddMinutes(3), At(60, 2));
        var file = _scratch.At("AAPL", "2026-11-23.quotes");
        var whole = File.ReadAllBytes(file);
        File.WriteAllBytes(file, whole[..^5]);

        Assert.Equal([1m], Read(Open.AddHours(1)).Select(quote => quote.Last));
        Append(Open.AddMinutes(3), At(60, 2));
        Assert.Equal(whole, File.ReadAllBytes(file));

        whole[20] ^= 1;
        File.WriteAllBytes(file, whole);
        Assert.Contains("not what was written", Assert.Single(Store.Read("AAPL", Open, Open.AddHours(1)).Errors).Message, StringComparison.Ordinal);
        Assert.Null(Store.Last("AAPL", Open.AddHours(1)));
        Assert.Throws<InvalidDataException>(() => Append(Open.AddMinutes(9), At(120, 3)));
    }

    [Fact]
    public void MadeUpPrices_AreNeverPutBesideRealOnes()
    {
        Append(Open.AddMinutes(2), At(0, 1));

        Assert.Throws<InvalidDataException>(() => Store.Append("AAPL", "made up", isSynthetic: true, [At(60, 2)], Open.AddMinutes(3)));
        Assert.Equal(("a test", false), Store.Read("AAPL", Open, Open.AddHours(1)) is var reading ? (reading.Source, reading.IsSynthetic) : default);
    }

    [Theory]
    [InlineData("../AAPL")]
    [InlineData("aapl")]
    public void NoSymbol_IsRefused(string symbol)
    {
        Assert.Throws<ArgumentException>(() => Store.Append(symbol, "a test", false, [At(0, 1)], Open.AddHours(1)));
        Assert.Empty(Store.Read(symbol, Open, Open.AddHours(1)).Quotes);
    }

    private AppendReport Append(DateTimeOffset now, params Quote[] quotes) => Store.Append("AAPL", "a test", isSynthetic: false, quotes, now);

    private IReadOnlyList<Quote> Read(DateTimeOffset now)
    {
        var reading = Store.Read("AAPL", Open.AddDays(-1), now);
        Assert.Empty(reading.Errors);
        return reading.Quotes;
    }

    private static Quote At(int second, decimal last) => new(last - 0.01m, last + 0.01m, last, Open.AddSeconds(second));
}
