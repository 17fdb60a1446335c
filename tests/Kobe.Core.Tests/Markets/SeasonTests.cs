using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Core.Markets.Events;
using Kobe.Testing;
using static Kobe.Core.Tests.Markets.Exchanges;

namespace Kobe.Core.Tests.Markets;

/// <summary>Special times of the year: expiry off holidays, turns of months, quarter ends, given events.</summary>
public sealed class SeasonTests
{
    private static readonly SeasonTable Table = Seasons();

    [Theory]
    [InlineData("2022-04-15", "2022-04-14")]
    [InlineData("2025-04-18", "2025-04-17")]
    [InlineData("2026-06-19", "2026-06-18")]
    [InlineData("2027-06-18", "2027-06-17")]
    [InlineData("2030-04-19", "2030-04-18")]
    public void Expiry_MovesToThursday_WhenTheThirdFridayIsAClosing(string friday, string expiry)
    {
        Assert.Equal(DayKind.Holiday, Xnys.On(Days.Date(friday)).Kind);
        Assert.True(Table.SeasonsOf(Days.Date(expiry)).HasFlag(Season.OPTIONS_EXPIRY));
        Assert.False(Table.SeasonsOf(Days.Date(friday)).HasFlag(Season.OPTIONS_EXPIRY));
        Assert.True(Table.SeasonsOf(Days.Date(friday)).HasFlag(Season.EXPIRY_WEEK));
    }

    [Fact]
    public void Expiry_IsTheThirdFriday_EveryOtherMonthOf2020To2030()
    {
        var moved = new List<DateOnly>();
        for (var month = new DateOnly(2020, 1, 1); month.Year <= 2030; month = month.AddMonths(1))
        {
            var friday = Days.Between(month.AddDays(14), month.AddDays(20))
                .Single(date => date.DayOfWeek == DayOfWeek.Friday);
            var expiry = Table.ExpiryIn(month);
            moved.AddRange(expiry == friday ? [] : [friday]);
        }

        Assert.Equal(
            [new(2022, 4, 15), new(2025, 4, 18), new(2026, 6, 19), new(2027, 6, 18), new(2030, 4, 19)], moved);
    }

    [Fact]
    public void Expiry_IsOneSessionAMonth_WithinItsWeek_EveryYear()
    {
        for (var month = ExchangeCalendar.FirstDate; month < ExchangeCalendar.LastDate; month = month.AddMonths(1))
        {
            var dates = Days.Between(month, month.AddMonths(1).AddDays(-1))
                .Select(date => (date, seasons: Table.SeasonsOf(date))).ToList();
            var expiry = Assert.Single(dates, day => day.seasons.HasFlag(Season.OPTIONS_EXPIRY));
            Assert.NotNull(Xnys.On(expiry.date).Session);
            Assert.True(expiry.seasons.HasFlag(Season.EXPIRY_WEEK));
            var week = dates.Where(day => day.seasons.HasFlag(Season.EXPIRY_WEEK)).Select(day => day.date).ToList();
            Assert.Equal((5, DayOfWeek.Monday, 4),
                (week.Count, week[0].DayOfWeek, week[4].DayNumber - week[0].DayNumber));
        }
    }

    [Theory]
    [InlineData("2026-05-28", false)]
    [InlineData("2026-05-29", true)] // the last session
    [InlineData("2026-05-31", true)] // a Sunday between the two months
    [InlineData("2026-06-01", true)]
    [InlineData("2026-06-03", true)] // the third session
    [InlineData("2026-06-04", false)]
    [InlineData("2025-01-01", true)] // a closing before the first session
    [InlineData("2025-01-06", true)] // the third session
    [InlineData("2025-01-07", false)]
    [InlineData("2026-04-03", true)] // a closing between the second session and the third
    [InlineData("2026-04-06", true)]
    [InlineData("2026-04-07", false)]
    [InlineData("2024-08-03", true)] // a Saturday between the second session and the third
    [InlineData("2026-05-02", true)] // a Saturday after the first session
    [InlineData("2024-05-04", false)] // a Saturday after the third session
    public void TurnOfMonth_RunsFromTheLastSessionToTheThird(string date, bool holds) =>
        Assert.Equal(holds, Table.SeasonsOf(Days.Date(date)).HasFlag(Season.TURN_OF_MONTH));

    [Theory]
    [InlineData("2026-03-24", false)]
    [InlineData("2026-03-25", true)]
    [InlineData("2026-03-28", true)]
    [InlineData("2026-03-31", true)]
    [InlineData("2026-04-01", false)]
    [InlineData("2026-05-29", false)]
    [InlineData("2028-12-31", true)]
    public void QuarterEnd_IsTheLastFiveSessionsOfTheQuarter(string date, bool holds) =>
        Assert.Equal(holds, Table.SeasonsOf(Days.Date(date)).HasFlag(Season.QUARTER_END));

    [Fact]
    public void FomcDays_AreThoseThatTheRulesGive_AndNoOthers()
    {
        DateOnly[] days =
        [
            new(2026, 1, 28), new(2026, 3, 18), new(2026, 4, 29), new(2026, 6, 17),
            new(2026, 7, 29), new(2026, 9, 16), new(2026, 10, 28), new(2026, 12, 9),
        ];
        var table = Seasons(new EventRules { Dated = days.Select(Fomc).ToList() });
        var year = Days.Between(new(2026, 1, 1), new(2026, 12, 31)).ToList();
        Assert.Equal(days, year.Where(date => table.SeasonsOf(date).HasFlag(Season.FOMC_DAY)));
        Assert.DoesNotContain(year, date => Table.SeasonsOf(date).HasFlag(Season.FOMC_DAY));
        var statement = Assert.Single(table.EventsOf(days[0]));
        Assert.Equal(("2026-01-28 14:00", true), (InNewYork(statement.At), statement.Confirmed));
    }

    [Fact]
    public void Events_StandInOrderOfTime_WithExpiryAtTheClose()
    {
        var table = Seasons(new EventRules { Dated = [Fomc(new(2026, 12, 18))] });
        var events = table.EventsOf(new(2026, 12, 18));
        Assert.Equal(["Rate decision", "Quarterly options and futures expiry"], events.Select(item => item.Name));
        Assert.Equal("2026-12-18 16:00", InNewYork(events[1].At));
        Assert.Equal("Monthly options expiry", Assert.Single(Table.EventsOf(new(2026, 11, 20))).Name);
    }

    [Fact]
    public void Earnings_HoldInTheWindows_BothEndsIncluded()
    {
        var table = Seasons(new EventRules { Earnings = [new(1, 10, 2, 20), new(7, 10, 8, 20)] });
        var days = Days.Between(new(2026, 1, 1), new(2026, 12, 31))
            .Where(date => table.SeasonsOf(date).HasFlag(Season.EARNINGS)).ToList();
        Assert.Equal(
            Days.Between(new(2026, 1, 10), new(2026, 2, 20)).Concat(Days.Between(new(2026, 7, 10), new(2026, 8, 20))),
            days);
    }

    private static DatedEvent Fomc(DateOnly date) =>
        new(date, new(14, 0, 0), "Rate decision", "test", Confirmed: true, Season.FOMC_DAY);
}
