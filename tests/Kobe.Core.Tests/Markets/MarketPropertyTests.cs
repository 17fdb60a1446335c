using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Core.Markets.Events;

namespace Kobe.Core.Tests.Markets;

/// <summary>The laws of <see cref="MarketLaws"/> over every day 1990–2100, and over calendars with odd hours.</summary>
public sealed class MarketPropertyTests
{
    private static readonly EventRules Events = new()
    {
        Dated = [new(new(2026, 12, 18), new(14, 0, 0), "Rate decision", "test", Confirmed: true, Season.FOMC_DAY)],
        Earnings = [new(1, 10, 2, 20), new(7, 10, 8, 20)],
    };

    [Fact]
    public void Laws_HoldInNewYork_EveryDay()
    {
        var clock = Exchanges.ClockOf(Exchanges.Xnys, Events);
        var lengths = MarketLaws.Hold(clock, ExchangeCalendar.FirstDate, ExchangeCalendar.LastDate, seed: 19900101);
        Assert.Equal([23, 24, 25], lengths.Select(length => length.TotalHours));
    }

    [Fact]
    public void Laws_HoldForCrypto_EveryDay()
    {
        var clock = Exchanges.ClockOf(Exchanges.Crypto, Events);
        var lengths = MarketLaws.Hold(clock, ExchangeCalendar.FirstDate, ExchangeCalendar.LastDate, seed: 20090103);
        Assert.Equal([24], lengths.Select(length => length.TotalHours));
    }

    [Theory] // pre, open, close, post in minutes after midnight
    [InlineData("America/New_York", 240, 570, 580, 600)]
    [InlineData("America/New_York", 240, 570, 615, 900)]
    [InlineData("America/New_York", 240, 570, 660, 900)]
    [InlineData("America/New_York", 480, 570, 670, 900)]
    [InlineData("America/New_York", 570, 570, 700, 700)]
    [InlineData("America/New_York", 60, 90, 300, 420)]
    [InlineData("America/New_York", 60, 120, 170, 240)]
    [InlineData("America/New_York", 0, 0, 1440, 1440)]
    [InlineData("America/New_York", 0, 60, 120, 1440)]
    [InlineData("America/New_York", 90, 150, 210, 220)]
    [InlineData("America/New_York", 1080, 1140, 1440, 1440)]
    [InlineData("Europe/London", 300, 480, 990, 1035)]
    [InlineData("Europe/London", 0, 0, 1440, 1440)]
    [InlineData("Asia/Tokyo", 480, 540, 930, 1200)]
    [InlineData("Australia/Lord_Howe", 0, 0, 1440, 1440)]
    [InlineData("Australia/Lord_Howe", 60, 90, 220, 1300)]
    [InlineData("America/Sao_Paulo", 0, 0, 1440, 1440)]
    [InlineData("America/Havana", 0, 0, 1440, 1440)]
    [InlineData("Asia/Beirut", 0, 30, 400, 1400)]
    [InlineData("America/Caracas", 0, 0, 1440, 1440)]
    [InlineData("Pacific/Apia", 0, 0, 1440, 1440)]
    [InlineData("Pacific/Apia", 240, 570, 960, 1200)]
    [InlineData("America/St_Johns", 0, 0, 1440, 1440)]
    public void Laws_HoldForOddHours_InOddZones(string zone, int pre, int open, int close, int post)
    {
        var rules = OddMarkets.Of(zone, pre, open, close, post);
        HoldIn(rules);
        if (close - open >= 120)
        {
            HoldIn(OddMarkets.WithOddDays(rules, 2006, 2012));
        }
    }

    private static void HoldIn(CalendarRules rules) => MarketLaws.Hold(
        Exchanges.ClockOf(new(rules), Events), new(2006, 1, 1), new(2012, 12, 31), seed: 20111230);
}
