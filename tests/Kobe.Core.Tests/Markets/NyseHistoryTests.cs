using Kobe.Core.Markets;
using Kobe.Testing;
using static Kobe.Core.Tests.Markets.Exchanges;

namespace Kobe.Core.Tests.Markets;

/// <summary>How the rules changed over the years, and the days that no rule gives.</summary>
public sealed class NyseHistoryTests
{
    [Theory]
    [InlineData("1990-12-24", "early 14:00")]
    [InlineData("1991-12-24", "early 14:00")]
    [InlineData("1992-12-24", "early 14:00")]
    [InlineData("1990-11-23", "session")]
    [InlineData("1991-11-29", "session")]
    [InlineData("1992-11-27", "early 14:00")]
    [InlineData("1993-11-26", "early 13:00")]
    [InlineData("1993-12-24", "holiday")]
    [InlineData("1996-12-24", "early 13:00")]
    [InlineData("1997-12-26", "early 13:00")]
    [InlineData("1999-12-31", "early 13:00")]
    [InlineData("2003-12-26", "early 13:00")]
    [InlineData("2008-12-26", "session")]
    [InlineData("1990-07-03", "session")]
    [InlineData("1991-07-05", "session")]
    [InlineData("1995-07-03", "early 13:00")]
    [InlineData("1996-07-03", "session")]
    [InlineData("1996-07-05", "early 13:00")]
    [InlineData("1997-07-03", "early 13:00")]
    [InlineData("1998-07-02", "session")]
    [InlineData("1998-07-03", "holiday")]
    [InlineData("1999-07-02", "session")]
    [InlineData("1999-07-05", "holiday")]
    [InlineData("2000-07-03", "early 13:00")]
    [InlineData("2001-07-03", "early 13:00")]
    [InlineData("2002-07-03", "session")]
    [InlineData("2002-07-05", "early 13:00")]
    [InlineData("2012-07-03", "early 13:00")]
    [InlineData("2013-07-03", "early 13:00")]
    [InlineData("2013-07-05", "session")]
    [InlineData("2019-07-03", "early 13:00")]
    [InlineData("2019-07-05", "session")]
    [InlineData("1990-01-15", "session")]
    [InlineData("1997-01-20", "session")]
    [InlineData("1998-01-19", "holiday")]
    [InlineData("2022-06-20", "holiday")]
    [InlineData("1996-01-08", "session")]
    [InlineData("2002-09-11", "session")]
    [InlineData("2026-06-20", "weekend")]
    public void Day_FollowsTheRulesOfItsTime(string date, string kind) =>
        Assert.Equal(kind, Word(Xnys.On(Days.Date(date))));

    [Theory]
    [InlineData("1994-04-27", "Nixon")]
    [InlineData("2001-09-11", "September 11")]
    [InlineData("2001-09-12", "September 11")]
    [InlineData("2001-09-13", "September 11")]
    [InlineData("2001-09-14", "September 11")]
    [InlineData("2004-06-11", "Reagan")]
    [InlineData("2007-01-02", "Ford")]
    [InlineData("2012-10-29", "Sandy")]
    [InlineData("2012-10-30", "Sandy")]
    [InlineData("2018-12-05", "Bush")]
    [InlineData("2025-01-09", "Carter")]
    public void OneOffClosing_SaysWhyAndWhoSaidSo(string date, string name)
    {
        var day = Xnys.On(Days.Date(date));
        Assert.Equal((DayKind.Holiday, null), (day.Kind, day.Session));
        Assert.Contains(name, day.Name, StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(day.Source));
    }

    [Fact]
    public void OneOffDays_AreFewAndKnown()
    {
        var days = Days.Between(ExchangeCalendar.FirstDate, ExchangeCalendar.LastDate).Select(Xnys.On)
            .Where(day => day.Source is not null).ToList();
        Assert.Equal(11, days.Count(day => day.Kind == DayKind.Holiday));
        Assert.Equal(3, days.Count(day => day.Kind == DayKind.EarlyClose));
        Assert.Equal(14, days.Count);
    }

    [Fact]
    public void NewYearOnASaturday_ClosesNoDay()
    {
        var years = Enumerable.Range(1991, 110)
            .Where(year => new DateOnly(year, 1, 1).DayOfWeek == DayOfWeek.Saturday).ToList();
        Assert.Equal([1994, 2000, 2005, 2011, 2022, 2028], years.TakeWhile(year => year < 2030));
        Assert.All(years, year =>
        {
            Assert.Equal(DayKind.Weekend, Xnys.On(new(year, 1, 1)).Kind);
            Assert.Equal(year == 2000 ? "early 13:00" : "session", Word(Xnys.On(new(year - 1, 12, 31))));
            Assert.Equal("session", Word(Xnys.On(new(year, 1, 3))));
        });
    }

    [Fact]
    public void NewYearOnASunday_ClosesTheMonday()
    {
        Assert.Equal("New Year's Day", Xnys.On(new(2023, 1, 2)).Name);
        Assert.Equal("New Year's Day", Xnys.On(new(2034, 1, 2)).Name);
    }

    [Fact]
    public void Day_IsConfirmed_AsFarAsTheExchangeHasAnnounced()
    {
        Assert.True(Xnys.On(new(2028, 12, 29)).Confirmed);
        Assert.True(Xnys.On(new(2028, 12, 31)).Confirmed);
        Assert.All(
            Days.Between(new(2029, 1, 1), ExchangeCalendar.LastDate), date => Assert.False(Xnys.On(date).Confirmed));
        Assert.True(XnysClock.At(NewYork("2028-12-29 12:00")).IsConfirmed);
        Assert.False(XnysClock.At(NewYork("2029-01-02 12:00")).IsConfirmed);
    }

    [Fact]
    public void Weekend_HasNoName_EvenWhenAHolidayFallsOnIt()
    {
        var days = Days.Between(ExchangeCalendar.FirstDate, ExchangeCalendar.LastDate).Select(Xnys.On);
        Assert.All(days.Where(day => day.Kind == DayKind.Weekend), day =>
        {
            Assert.Equal((null, null), (day.Name, day.Session));
            Assert.True(day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        });
        var context = XnysClock.At(NewYork("2021-07-04 12:00"));
        Assert.Equal((true, false, null), (context.IsWeekend, context.IsHoliday, context.Holiday));
    }

    [Fact]
    public void Holiday_IsAWeekdayWithAName()
    {
        var days = Days.Between(ExchangeCalendar.FirstDate, ExchangeCalendar.LastDate).Select(Xnys.On);
        Assert.All(days.Where(day => day.Kind == DayKind.Holiday), day =>
        {
            Assert.False(string.IsNullOrWhiteSpace(day.Name));
            Assert.False(day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        });
        var context = XnysClock.At(NewYork("2021-07-05 12:00"));
        Assert.Equal(
            (false, true, "Independence Day"), (context.IsWeekend, context.IsHoliday, context.Holiday));
    }
}
