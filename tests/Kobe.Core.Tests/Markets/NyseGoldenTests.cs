using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Testing;
using static Kobe.Core.Tests.Markets.Exchanges;

namespace Kobe.Core.Tests.Markets;

/// <summary>Single answers that a desk has been bitten by, each worked out by hand.</summary>
public sealed class NyseGoldenTests
{
    [Theory]
    [InlineData("2026-07-02 16:00", "2026-07-06 09:30")]
    [InlineData("2026-04-02 16:00", "2026-04-06 09:30")]
    [InlineData("2026-07-06 09:29", "2026-07-06 09:30")]
    [InlineData("2026-07-06 09:30", "2026-07-07 09:30")]
    [InlineData("2025-01-08 16:00", "2025-01-10 09:30")]
    [InlineData("2026-11-27 13:00", "2026-11-30 09:30")]
    [InlineData("2001-09-10 16:00", "2001-09-17 09:30")]
    [InlineData("2021-12-31 16:00", "2022-01-03 09:30")]
    public void NextOpen_IsTheOpenOfTheNextSession(string now, string open) =>
        Assert.Equal(open, InNewYork(XnysClock.At(NewYork(now)).NextOpen));

    [Theory]
    [InlineData("2026-11-27 09:29:59", false, Phase.PRE_MARKET)]
    [InlineData("2026-11-27 09:30:00", true, Phase.OPENING)]
    [InlineData("2026-11-27 12:59:59", true, Phase.CLOSING)]
    [InlineData("2026-11-27 13:00:00", false, Phase.AFTER_HOURS)]
    [InlineData("2026-11-27 16:59:59", false, Phase.AFTER_HOURS)]
    [InlineData("2026-11-27 17:00:00", false, Phase.EVENING)]
    [InlineData("2026-11-30 15:59:59", true, Phase.CLOSING)]
    [InlineData("2026-11-30 16:00:00", false, Phase.AFTER_HOURS)]
    [InlineData("2026-11-30 20:00:00", false, Phase.EVENING)]
    public void Phase_FollowsTheClose(string now, bool open, Phase phase)
    {
        var context = XnysClock.At(NewYork(now));
        Assert.Equal((open, phase), (context.IsMarketOpen, context.Phase));
        Assert.Equal(context.Date.Day == 27, context.IsEarlyClose);
    }

    [Theory]
    [InlineData("2026-12-24", AnchorPoint.Close, -25, "12:35")]
    [InlineData("2026-12-23", AnchorPoint.Close, -25, "15:35")]
    [InlineData("2026-12-24", AnchorPoint.Post, -1, "16:59")]
    [InlineData("2026-12-24", AnchorPoint.Open, 5, "09:35")]
    [InlineData("2026-12-24", AnchorPoint.Pre, 0, "04:00")]
    public void Anchor_MovesWithTheSession(string date, AnchorPoint point, int minutes, string time)
    {
        var session = Xnys.On(Days.Date(date)).Session!;
        Assert.Equal(time, TimeInNewYork(new Anchor(point, TimeSpan.FromMinutes(minutes)).In(session)));
    }

    [Fact]
    public void LastTradingDayOfMay2026_IsThe29th_AndFourSessionsBeforeItIsThe22nd()
    {
        var last = Xnys.PreviousSession(new(2026, 6, 1))!.Date;
        Assert.Equal(new DateOnly(2026, 5, 29), last);
        for (var i = 0; i < 4; i++)
        {
            last = Xnys.PreviousSession(last)!.Date;
        }

        Assert.Equal(new DateOnly(2026, 5, 22), last);
    }

    [Fact]
    public void PreviousSession_SkipsADayOfMourning()
    {
        Assert.Equal(new DateOnly(2025, 1, 8), Xnys.PreviousSession(new(2025, 1, 10))!.Date);
        Assert.Equal(new DateOnly(2025, 1, 10), Xnys.NextSession(new(2025, 1, 8))!.Date);
    }

    [Fact]
    public void Neighbours_AreNull_AtTheEndsOfTheCalendar()
    {
        Assert.Null(Xnys.PreviousSession(new(1990, 1, 2)));
        Assert.Null(Xnys.NextSession(new(2100, 12, 31)));
        Assert.Equal(new DateOnly(1990, 1, 2), Xnys.NextSession(DateOnly.MinValue)!.Date);
        Assert.Equal(new DateOnly(2100, 12, 31), Xnys.PreviousSession(DateOnly.MaxValue)!.Date);
        Assert.Null(XnysClock.At(NewYork("2100-12-31 16:00")).NextOpen);
        Assert.Throws<ArgumentOutOfRangeException>(() => Xnys.On(new(1989, 12, 31)));
        Assert.Throws<ArgumentOutOfRangeException>(() => XnysClock.Day(new(2101, 1, 1)));
    }

    [Theory]
    [InlineData("2026-03-06", "2026-03-06T14:30:00Z")]
    [InlineData("2026-03-09", "2026-03-09T13:30:00Z")]
    [InlineData("2026-10-30", "2026-10-30T13:30:00Z")]
    [InlineData("2026-11-02", "2026-11-02T14:30:00Z")]
    public void Open_MovesInUtcWithTheClocks(string date, string open) =>
        Assert.Equal(Days.Instant(open), Xnys.On(Days.Date(date)).Session!.Open);

    [Theory]
    [InlineData("2026-07-02", "session", "the day before a Friday closing is full")]
    [InlineData("2026-07-03", "holiday", "closed, not a 13:00 close")]
    [InlineData("2021-07-02", "session", "no early close before a Monday closing")]
    [InlineData("2022-07-01", "session", "no early close before a Monday holiday")]
    [InlineData("2020-07-02", "session", "no early close before a Friday closing")]
    [InlineData("2021-12-23", "session", "no early close before a Christmas Eve closing")]
    [InlineData("2027-12-23", "session", "no early close before a Christmas Eve closing")]
    [InlineData("2022-12-23", "session", "Christmas Eve on a Saturday")]
    [InlineData("2026-12-31", "session", "New Year's Eve is no early close")]
    [InlineData("2024-12-31", "session", "New Year's Eve is no early close")]
    [InlineData("2021-12-31", "session", "a Saturday New Year is lost")]
    [InlineData("2027-12-31", "session", "a Saturday New Year is lost")]
    [InlineData("2020-06-19", "session", "Juneteenth before 2022")]
    [InlineData("2021-06-18", "session", "Juneteenth before 2022")]
    [InlineData("2026-04-03", "holiday", "Good Friday of 2026")]
    [InlineData("2026-04-10", "session", "Good Friday of another year")]
    [InlineData("2026-11-25", "session", "the Wednesday before Thanksgiving")]
    [InlineData("2025-12-26", "session", "federal offices closed, the exchange did not")]
    [InlineData("2026-10-12", "session", "Columbus Day: bonds only")]
    [InlineData("2026-11-11", "session", "Veterans Day: bonds only")]
    [InlineData("2026-11-03", "session", "Election Day")]
    [InlineData("2026-04-06", "session", "Easter Monday")]
    [InlineData("2026-02-12", "session", "Lincoln's birthday")]
    public void Day_IsNotWhatWildCodeTakesItFor(string date, string kind, string trap) =>
        Assert.True(Word(Xnys.On(Days.Date(date))) == kind, trap);
}
