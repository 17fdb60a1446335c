using Kobe.Core.Markets;
using Kobe.Testing;
using static Kobe.Core.Tests.Markets.Exchanges;

namespace Kobe.Core.Tests.Markets;

/// <summary>Single days laid over the rules: a closing, odd hours, a day that is open after all.</summary>
public sealed class OneOffDayTests
{
    [Theory]
    [InlineData("2026-05-20", OneOffKind.Closed, null, "holiday", "-", "-", "-")]
    [InlineData("2026-05-20", OneOffKind.EarlyClose, "12:15", "early 12:15", "09:30", "12:15", "16:15")]
    [InlineData("2026-05-20", OneOffKind.LateOpen, "11:00", "session", "11:00", "16:00", "20:00")]
    [InlineData("2026-06-19", OneOffKind.Reopen, null, "session", "09:30", "16:00", "20:00")]
    [InlineData("2026-06-19", OneOffKind.EarlyClose, "13:00", "early 13:00", "09:30", "13:00", "17:00")]
    [InlineData("2026-11-27", OneOffKind.Reopen, null, "session", "09:30", "16:00", "20:00")]
    [InlineData("2026-11-27", OneOffKind.LateOpen, "11:00", "early 13:00", "11:00", "13:00", "17:00")]
    [InlineData("2026-05-23", OneOffKind.Reopen, null, "session", "09:30", "16:00", "20:00")]
    public void Entry_ChangesItsDayOnly(
        string text, OneOffKind kind, string? at, string word, string open, string close, string post)
    {
        var date = Days.Date(text);
        TimeSpan? time = at is null ? null : TimeOnly.Parse(at, null).ToTimeSpan();
        var calendar = XnysWith(new OneOffDay(date, kind, time, "Test day", "the notice"));

        var day = calendar.On(date);
        Assert.Equal(word, Word(day));
        Assert.Equal(("Test day", "the notice"), (day.Name, day.Source));
        Assert.Equal(
            (open, close, post),
            (TimeInNewYork(day.Session?.Open), TimeInNewYork(day.Session?.Close), TimeInNewYork(day.Session?.Post)));
        Assert.All(
            Days.Between(new(date.Year, 1, 1), new(date.Year, 12, 31)).Where(other => other != date),
            other => Assert.Equal(Xnys.On(other), calendar.On(other)));
    }

    [Fact]
    public void DayOfMourning_IsClosedByItsEntryAlone()
    {
        var rules = BuiltInCalendars.Xnys(Zones.NewYork);
        var date = new DateOnly(2025, 1, 9);
        Assert.Equal(DayKind.Session, new ExchangeCalendar(rules with { OneOffDays = [] }).On(date).Kind);
        var entry = new OneOffDay(date, OneOffKind.Closed, null, "Carter mourning", "calendar file");
        var byFile = new ExchangeCalendar(rules with { OneOffDays = [entry] }).On(date);
        Assert.Equal((DayKind.Holiday, "calendar file"), (byFile.Kind, byFile.Source));
        Assert.Equal(DayKind.Holiday, Xnys.On(date).Kind);
    }

    [Fact]
    public void Entry_IsConfirmed_WhereTheRulesAloneWouldNotBe()
    {
        var entry = new OneOffDay(new(2031, 3, 5), OneOffKind.Closed, null, "Test day", "the notice");
        Assert.True(XnysWith(entry).On(entry.Date).Confirmed);
        Assert.False(XnysWith(entry).On(entry.Date.AddDays(1)).Confirmed);
    }

    [Fact]
    public void NextOpen_MovesWithTheEntries()
    {
        var clock = ClockOf(XnysWith(
            new(new(2026, 5, 20), OneOffKind.Closed, null, "Test day", "the notice"),
            new(new(2026, 5, 21), OneOffKind.LateOpen, new(11, 0, 0), "Test day", "the notice")));
        Assert.Equal("2026-05-21 11:00", InNewYork(clock.At(NewYork("2026-05-19 16:00")).NextOpen));
    }

    [Fact]
    public void Holiday_MayBeObservedInTheYearBefore()
    {
        var rules = BuiltInCalendars.Xnys(Zones.NewYork) with
        {
            Closings = [new("New Year's Day", new YearlyDate.Fixed(1, 1), Observance.NearestWeekday)],
        };
        Assert.Equal(DayKind.Holiday, new ExchangeCalendar(rules).On(new(2021, 12, 31)).Kind);
    }
}
