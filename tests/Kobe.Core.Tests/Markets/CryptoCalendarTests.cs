using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Testing;

namespace Kobe.Core.Tests.Markets;

/// <summary>Markets that never close: every date of UTC is one session.</summary>
public sealed class CryptoCalendarTests
{
    private static readonly MarketClock Clock = Exchanges.ClockOf(Exchanges.Crypto);

    [Fact]
    public void EveryDate_IsASessionOf24HoursInUtc()
    {
        foreach (var date in Days.Between(ExchangeCalendar.FirstDate, ExchangeCalendar.LastDate))
        {
            var midnight = new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero);
            var next = midnight.AddDays(1);
            var expected = new TradingDay(
                date, DayKind.Session, null, new(midnight, midnight, next, next), Confirmed: true, null);
            Assert.Equal(expected, Exchanges.Crypto.On(date));
        }
    }

    [Theory]
    [InlineData("2026-01-01T00:00:00Z", Phase.OPENING, "2026-01-02T00:00:00Z")] // New Year
    [InlineData("2026-11-28T00:29:59Z", Phase.OPENING, "2026-11-29T00:00:00Z")] // a Saturday
    [InlineData("2026-11-28T00:30:00Z", Phase.MORNING, "2026-11-29T00:00:00Z")]
    [InlineData("2026-11-28T02:00:00Z", Phase.LUNCH, "2026-11-29T00:00:00Z")]
    [InlineData("2026-11-28T22:30:00Z", Phase.POWER_HOUR, "2026-11-29T00:00:00Z")]
    [InlineData("2026-11-28T23:30:00Z", Phase.CLOSING, "2026-11-29T00:00:00Z")]
    [InlineData("2026-11-28T23:59:59Z", Phase.CLOSING, "2026-11-29T00:00:00Z")]
    [InlineData("2026-03-08T07:00:00Z", Phase.LUNCH, "2026-03-09T00:00:00Z")] // New York's clocks change
    public void Market_IsOpenAtAnyInstant(string now, Phase phase, string nextOpen)
    {
        var context = Clock.At(Days.Instant(now));
        Assert.True(context.IsMarketOpen);
        Assert.True(context.ExitsAllowed);
        Assert.True(context.IsTradingDay);
        Assert.False(context.IsWeekend || context.IsHoliday || context.IsEarlyClose);
        Assert.Equal(phase, context.Phase);
        Assert.Equal(Days.Instant(nextOpen), context.NextOpen);
        Assert.Equal(Days.Instant(nextOpen), context.NextClose);
        Assert.Null(context.MinutesToOpen);
    }

    [Fact]
    public void Seasons_AreThoseOfNewYorksExchange()
    {
        Assert.True(Clock.Day(new(2026, 6, 18)).Seasons.HasFlag(Season.OPTIONS_EXPIRY));
        Assert.True(Clock.Day(new(2026, 5, 30)).Seasons.HasFlag(Season.TURN_OF_MONTH));
    }
}
