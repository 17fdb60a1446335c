using Kobe.Core.Schedules;
using Kobe.Core.Tests.Markets;
using Kobe.Testing;

namespace Kobe.Core.Tests.Schedules;

/// <summary>Which dates a selector matches on the New York calendar: selector, first and last date, dates.</summary>
public class DaySelectorTests
{
    [Theory]
    // Thanksgiving week: Thursday closed, Friday until 13:00.
    [InlineData("any",                           "2026-11-23", "2026-11-29", "23 24 25 26 27 28 29")]
    [InlineData("trading-days",                  "2026-11-23", "2026-11-29", "23 24 25 27")]
    [InlineData("weekdays",                      "2026-11-23", "2026-11-29", "23 24 25 26 27")]
    [InlineData("weekend",                       "2026-11-23", "2026-11-29", "28 29")]
    [InlineData("holidays",                      "2026-11-23", "2026-11-29", "26")]
    [InlineData("early-closes",                  "2026-11-23", "2026-11-29", "27")]
    [InlineData("mon",                           "2026-11-23", "2026-11-29", "23")]
    [InlineData("TUE",                           "2026-11-23", "2026-11-29", "24")]
    [InlineData("wed",                           "2026-11-23", "2026-11-29", "25")]
    [InlineData("thu",                           "2026-11-23", "2026-11-29", "26")]
    [InlineData("Fri",                           "2026-11-23", "2026-11-29", "27")]
    [InlineData("sat",                           "2026-11-23", "2026-11-29", "28")]
    [InlineData("sun",                           "2026-11-23", "2026-11-29", "29")]

    // A list is a union.
    [InlineData("holidays weekend",              "2026-11-23", "2026-11-29", "26 28 29")]
    [InlineData("trading-days sat",              "2026-11-23", "2026-11-29", "23 24 25 27 28")]
    [InlineData("mon wed fri",                   "2026-11-16", "2026-11-29", "16 18 20 23 25 27")]

    // Weeks run from Monday to Sunday; closings move their first and last session.
    [InlineData("first-trading-day-of-week",     "2026-11-16", "2026-12-06", "16 23 30")]
    [InlineData("last-trading-day-of-week",      "2026-11-16", "2026-12-06", "20 27 4")]
    [InlineData("first-trading-day-of-week",     "2026-01-12", "2026-01-25", "12 20")]
    [InlineData("first-trading-day-of-week",     "2026-09-07", "2026-09-13", "8")]
    [InlineData("last-trading-day-of-week",      "2026-03-30", "2026-04-05", "2")]
    [InlineData("last-trading-day-of-week",      "2026-06-15", "2026-06-28", "18 26")]
    [InlineData("last-trading-day-of-week",      "2026-06-29", "2026-07-05", "2")]

    // A week without Monday to Wednesday, September 2001: closed from Tuesday to Friday.
    [InlineData("first-trading-day-of-week",     "2001-09-10", "2001-09-16", "10")]
    [InlineData("last-trading-day-of-week",      "2001-09-10", "2001-09-16", "10")]

    // Months and quarters.
    [InlineData("first-trading-day-of-month",    "2026-01-01", "2026-03-31", "2 2 2")]
    [InlineData("last-trading-day-of-month",     "2026-01-01", "2026-03-31", "30 27 31")]
    [InlineData("first-trading-day-of-month",    "2026-08-01", "2026-11-30", "3 1 1 2")]
    [InlineData("last-trading-day-of-month",     "2026-05-01", "2026-05-31", "29")]
    [InlineData("last-trading-day-of-month",     "2024-03-01", "2024-03-31", "28")]
    [InlineData("first-trading-day-of-quarter",  "2026-01-01", "2026-12-31", "2 1 1 1")]
    [InlineData("last-trading-day-of-quarter",   "2026-01-01", "2026-12-31", "31 30 30 31")]
    [InlineData("first-trading-day-of-quarter",  "2026-11-01", "2026-12-31", "")]

    // Early closes and closings of a year; observed days count, weekends don't.
    [InlineData("early-closes",                  "2026-01-01", "2026-12-31", "27 24")]
    [InlineData("early-closes",                  "2028-01-01", "2028-12-31", "3 24")]
    [InlineData("holidays",                      "2026-01-01", "2026-06-30", "1 19 16 3 25 19")]
    [InlineData("holidays",                      "2026-07-01", "2026-12-31", "3 7 26 25")]

    // The ends of what calendars know.
    [InlineData("first-trading-day-of-month",    "1990-01-01", "1990-01-31", "2")]
    [InlineData("last-trading-day-of-month",     "2100-12-01", "2100-12-31", "31")]
    public void Selector_MatchesTheseDates(string selector, string first, string last, string dates)
    {
        var on = Of(selector);
        var matching = Days.Between(Days.Date(first), Days.Date(last)).Where(date => on.Matches(date, Exchanges.Xnys));
        Assert.Equal(dates, string.Join(' ', matching.Select(date => date.Day)));
    }

    [Theory]
    [InlineData("trading-days", "28 29 30")]
    [InlineData("holidays", "")]
    [InlineData("first-trading-day-of-week", "30")]
    [InlineData("last-trading-day-of-month", "30")]
    public void Selector_AsksTheRowsOwnCalendar(string selector, string dates)
    {
        var on = Of(selector);
        var matching = Days.Between(Days.Date("2026-11-28"), Days.Date("2026-11-30"))
            .Where(date => on.Matches(date, Exchanges.Crypto));
        Assert.Equal(dates, string.Join(' ', matching.Select(date => date.Day)));
    }

    [Theory]
    [InlineData("any", "any")]
    [InlineData("fri mon", "[mon, fri]")]
    [InlineData("early-closes trading-days", "[trading-days, early-closes]")]
    public void Selector_PrintsAsTheScheduleWritesIt(string selector, string text) =>
        Assert.Equal(text, Of(selector).ToString());

    [Fact]
    public void Selector_KnowsNoOtherWord() => Assert.Null(DaySelector.Find("workdays"));

    private static DaySelector Of(string words) =>
        new(words.Split(' ').Aggregate(DayRules.None, (rules, word) => rules | DaySelector.Find(word)!.Value));
}
