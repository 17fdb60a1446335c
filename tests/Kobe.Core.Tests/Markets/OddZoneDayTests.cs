using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Testing;

namespace Kobe.Core.Tests.Markets;

/// <summary>Dates that a zone skips, and dates whose midnight the clocks cross twice.</summary>
public sealed class OddZoneDayTests
{
    [Fact]
    public void DateThatTheZoneSkips_HasNoSessionAndNoPhase()
    {
        var clock = Exchanges.ClockOf(new(OddMarkets.Of("Pacific/Apia", 240, 570, 960, 1200) with
        {
            Week = WeekdaySet.MondayToFriday,
        }));
        var skipped = clock.Day(new(2011, 12, 30));
        Assert.Equal((DayKind.Holiday, null), (skipped.Day.Kind, skipped.Day.Session));
        Assert.Equal("Session skipped by the clocks", skipped.Day.Name);
        Assert.Equal((skipped.Start, 0), (skipped.End, skipped.Spans.Count));
        Assert.Empty(skipped.Boundaries);

        // Thursday's close in Samoa; Friday never comes, Monday opens at 09:30, 14 hours ahead of UTC.
        var thursday = clock.At(Days.Instant("2011-12-30T02:00:00Z"));
        Assert.Equal(new DateOnly(2011, 12, 29), thursday.Date);
        Assert.Equal(Days.Instant("2012-01-01T19:30:00Z"), thursday.NextOpen);
    }

    [Fact]
    public void SessionThatTheClocksJumpOver_IsAClosing()
    {
        // New York, Sunday 2026-03-08: 02:00 to 03:00 does not exist.
        var clock = Exchanges.ClockOf(new(OddMarkets.Of("America/New_York", 60, 120, 170, 240)));
        var sunday = clock.Day(new(2026, 3, 8));
        Assert.Equal((DayKind.Holiday, null), (sunday.Day.Kind, sunday.Day.Session));
        Assert.Equal(Phase.HOLIDAY, Assert.Single(sunday.Spans).Phase);
        var saturday = clock.At(Exchanges.NewYork("2026-03-07 12:00"));
        Assert.Equal("2026-03-09 02:00", Exchanges.InNewYork(saturday.NextOpen));
    }

    [Fact]
    public void ClocksSetBackAcrossMidnight_DoNotBringYesterdayBack()
    {
        // St. John's, 2006-10-29: at 00:01 the clocks went back to 23:01 of the 28th.
        var clock = Exchanges.ClockOf(new(OddMarkets.Of("America/St_Johns", 240, 570, 960, 1200)));
        var sunday = clock.Day(new(2006, 10, 29));
        Assert.Equal(Days.Instant("2006-10-29T02:30:00Z"), sunday.Start);
        Assert.Equal(TimeSpan.FromHours(25), sunday.End - sunday.Start);

        var again = clock.At(Days.Instant("2006-10-29T03:00:00Z"));
        Assert.Equal(new TimeOnly(23, 30), TimeOnly.FromDateTime(again.Timestamp.DateTime));
        Assert.Equal((sunday.Date, Phase.OVERNIGHT), (again.Date, again.Phase));
        Assert.Equal(Phase.WEEKEND, clock.At(sunday.Start.AddTicks(-1)).Phase);
    }
}
