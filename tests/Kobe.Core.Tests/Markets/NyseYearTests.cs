using System.Globalization;
using Kobe.Core.Markets;
using Kobe.Testing;

namespace Kobe.Core.Tests.Markets;

/// <summary>The years 2020–2030 in full, and what may be said of every later year.</summary>
public sealed class NyseYearTests
{
    [Theory]
    [InlineData(2020, 253, "01-01 Wed, 01-20 Mon, 02-17 Mon, 04-10 Fri, 05-25 Mon, 07-03 Fri, 09-07 Mon, 11-26 Thu, "
        + "12-25 Fri", "11-27 Fri, 12-24 Thu")]
    [InlineData(2021, 252, "01-01 Fri, 01-18 Mon, 02-15 Mon, 04-02 Fri, 05-31 Mon, 07-05 Mon, 09-06 Mon, 11-25 Thu, "
        + "12-24 Fri", "11-26 Fri")]
    [InlineData(2022, 251, "01-17 Mon, 02-21 Mon, 04-15 Fri, 05-30 Mon, 06-20 Mon, 07-04 Mon, 09-05 Mon, 11-24 Thu, "
        + "12-26 Mon", "11-25 Fri")]
    [InlineData(2023, 250, "01-02 Mon, 01-16 Mon, 02-20 Mon, 04-07 Fri, 05-29 Mon, 06-19 Mon, 07-04 Tue, 09-04 Mon, "
        + "11-23 Thu, 12-25 Mon", "07-03 Mon, 11-24 Fri")]
    [InlineData(2024, 252, "01-01 Mon, 01-15 Mon, 02-19 Mon, 03-29 Fri, 05-27 Mon, 06-19 Wed, 07-04 Thu, 09-02 Mon, "
        + "11-28 Thu, 12-25 Wed", "07-03 Wed, 11-29 Fri, 12-24 Tue")]
    [InlineData(2025, 250, "01-01 Wed, 01-09 Thu, 01-20 Mon, 02-17 Mon, 04-18 Fri, 05-26 Mon, 06-19 Thu, 07-04 Fri, "
        + "09-01 Mon, 11-27 Thu, 12-25 Thu", "07-03 Thu, 11-28 Fri, 12-24 Wed")]
    [InlineData(2026, 251, "01-01 Thu, 01-19 Mon, 02-16 Mon, 04-03 Fri, 05-25 Mon, 06-19 Fri, 07-03 Fri, 09-07 Mon, "
        + "11-26 Thu, 12-25 Fri", "11-27 Fri, 12-24 Thu")]
    [InlineData(2027, 251, "01-01 Fri, 01-18 Mon, 02-15 Mon, 03-26 Fri, 05-31 Mon, 06-18 Fri, 07-05 Mon, 09-06 Mon, "
        + "11-25 Thu, 12-24 Fri", "11-26 Fri")]
    [InlineData(2028, 251, "01-17 Mon, 02-21 Mon, 04-14 Fri, 05-29 Mon, 06-19 Mon, 07-04 Tue, 09-04 Mon, 11-23 Thu, "
        + "12-25 Mon", "07-03 Mon, 11-24 Fri")]
    [InlineData(2029, 251, "01-01 Mon, 01-15 Mon, 02-19 Mon, 03-30 Fri, 05-28 Mon, 06-19 Tue, 07-04 Wed, 09-03 Mon, "
        + "11-22 Thu, 12-25 Tue", "07-03 Tue, 11-23 Fri, 12-24 Mon")]
    [InlineData(2030, 251, "01-01 Tue, 01-21 Mon, 02-18 Mon, 04-19 Fri, 05-27 Mon, 06-19 Wed, 07-04 Thu, 09-02 Mon, "
        + "11-28 Thu, 12-25 Wed", "07-03 Wed, 11-29 Fri, 12-24 Tue")]
    public void Year_HasItsSessionsClosingsAndEarlyCloses(int year, int sessions, string closings, string earlyCloses)
    {
        var days = DaysOf(year);
        Assert.Equal(sessions, days.Count(day => day.Session is not null));
        Assert.Equal(closings, Text(days, DayKind.Holiday));
        Assert.Equal(earlyCloses, Text(days, DayKind.EarlyClose));
        Assert.All(days, HasTheUsualHours);
    }

    [Theory]
    [InlineData("2020-04-12")]
    [InlineData("2021-04-04")]
    [InlineData("2022-04-17")]
    [InlineData("2023-04-09")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    public void EasterSunday_IsAsPrinted_AndTheExchangeRestsTwoDaysBefore(string sunday)
    {
        var date = Days.Date(sunday);
        Assert.Equal(date, new YearlyDate.Easter(0).In(date.Year));
        Assert.Equal("Good Friday", Exchanges.Xnys.On(date.AddDays(-2)).Name);
        Assert.Equal(DayKind.Session, Exchanges.Xnys.On(date.AddDays(1)).Kind);
    }

    [Fact]
    public void EasterSunday_EqualsTheRuleOfGauss_EveryYear()
    {
        for (var year = 1990; year <= 2100; year++)
        {
            Assert.Equal(EasterOfGauss(year), new YearlyDate.Easter(0).In(year));
        }
    }

    [Fact]
    public void Year_HasTenClosings_OrNineWhenNewYearIsASaturday_FromTheAnnouncedYearsOn()
    {
        for (var year = 2026; year <= 2100; year++)
        {
            var days = DaysOf(year);
            var closings = days.Where(day => day.Kind == DayKind.Holiday).ToList();
            var expected = new DateOnly(year, 1, 1).DayOfWeek == DayOfWeek.Saturday ? 9 : 10;
            Assert.Equal(expected, closings.Count);
            Assert.Equal(expected, closings.Select(day => day.Name).Distinct().Count());
            Assert.InRange(days.Count(day => day.Kind == DayKind.EarlyClose), 1, 3);
            Assert.InRange(days.Count(day => day.Session is not null), 250, 253);
            Assert.All(days, HasTheUsualHours);
        }
    }

    private static List<TradingDay> DaysOf(int year) =>
        Days.Between(new(year, 1, 1), new(year, 12, 31)).Select(Exchanges.Xnys.On).ToList();

    private static string Text(IEnumerable<TradingDay> days, DayKind kind) => string.Join(", ", days
        .Where(day => day.Kind == kind)
        .Select(day => day.Date.ToString("MM-dd ddd", CultureInfo.InvariantCulture)));

    private static void HasTheUsualHours(TradingDay day)
    {
        var expected = day.Kind switch
        {
            DayKind.Session => "04:00 09:30 16:00 20:00",
            DayKind.EarlyClose => "04:00 09:30 13:00 17:00",
            _ => "- - - -",
        };
        var at = new[] { day.Session?.Pre, day.Session?.Open, day.Session?.Close, day.Session?.Post };
        Assert.Equal(expected, string.Join(' ', at.Select(Exchanges.TimeInNewYork)));
        Assert.Equal(day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, day.Kind == DayKind.Weekend);
    }

    // Gauss's own rule with his constants of the centuries 1900–2099 and 2100–2199: another road to the same Sunday.
    private static DateOnly EasterOfGauss(int year)
    {
        var (m, n) = year < 2100 ? (24, 5) : (24, 6);
        var a = year % 19;
        var d = ((19 * a) + m) % 30;
        var e = ((2 * (year % 4)) + (4 * (year % 7)) + (6 * d) + n) % 7;
        var late = (d == 29 && e == 6) || (d == 28 && e == 6 && a > 10);
        return new DateOnly(year, 3, 22).AddDays(d + e - (late ? 7 : 0));
    }
}
