using static System.DayOfWeek;

namespace Kobe.Core.Markets;

/// <summary>The calendars that need no file.</summary>
public static class BuiltInCalendars
{
    private static readonly WeekdaySet MondayToThursday = new(Monday, Tuesday, Wednesday, Thursday);

    /// <summary>The New York Stock Exchange, 1990–2100.</summary>
    /// <param name="newYork">The zone America/New_York.</param>
    /// <remarks>
    /// NYSE Rule 7.2 and the exchange's yearly announcements of holidays and early closings; today's segments
    /// (pre-market from 04:00, post-market to 20:00) are applied to all years.
    /// </remarks>
    public static CalendarRules Xnys(TimeZoneInfo newYork) => new()
    {
        Name = "xnys",
        Zone = newYork,
        Week = WeekdaySet.MondayToFriday,
        Hours = new(At(4), At(9, 30), At(16), At(20), PostAfterEarlyClose: At(4)),
        Closings = XnysClosings(),
        EarlyCloses = XnysEarlyCloses(),
        OneOffDays = XnysOneOffDays(),
        ConfirmedThrough = new(2028, 12, 31),
    };

    /// <summary>Crypto markets: every day, round the clock, in UTC.</summary>
    public static CalendarRules Crypto() => new()
    {
        Name = "crypto",
        Zone = TimeZoneInfo.Utc,
        Week = WeekdaySet.All,
        Hours = new(At(0), At(0), At(24), At(24), PostAfterEarlyClose: At(0)),
    };

    private static ClosingRule[] XnysClosings() =>
    [
        new("New Year's Day", new YearlyDate.Fixed(1, 1), Observance.SundayToMonday),
        new("Martin Luther King Jr. Day", new YearlyDate.NthWeekday(1, Monday, 3), Observance.OnTheDay,
            From: new(1998, 1, 1)),
        new("Washington's Birthday", new YearlyDate.NthWeekday(2, Monday, 3), Observance.OnTheDay),
        new("Good Friday", new YearlyDate.Easter(-2), Observance.OnTheDay),
        new("Memorial Day", new YearlyDate.NthWeekday(5, Monday, -1), Observance.OnTheDay),
        new("Juneteenth", new YearlyDate.Fixed(6, 19), Observance.NearestWeekday, From: new(2022, 1, 1)),
        new("Independence Day", new YearlyDate.Fixed(7, 4), Observance.NearestWeekday),
        new("Labor Day", new YearlyDate.NthWeekday(9, Monday, 1), Observance.OnTheDay),
        new("Thanksgiving", new YearlyDate.NthWeekday(11, Thursday, 4), Observance.OnTheDay),
        new("Christmas", new YearlyDate.Fixed(12, 25), Observance.NearestWeekday),
    ];

    private static EarlyCloseRule[] XnysEarlyCloses() =>
    [
        new("Day before Independence Day", new YearlyDate.Fixed(7, 3), new(Monday, Tuesday, Thursday), At(13),
            From: new(1995, 1, 1)),
        new("Day before Independence Day", new YearlyDate.Fixed(7, 3), new(Wednesday), At(13), From: new(2013, 1, 1)),
        new("Day after Independence Day", new YearlyDate.Fixed(7, 5), new(Friday), At(13),
            From: new(1995, 1, 1), Until: new(2012, 12, 31)),
        new("Day after Thanksgiving", new YearlyDate.NthWeekday(11, Thursday, 4, PlusDays: 1), new(Friday), At(14),
            From: new(1992, 1, 1), Until: new(1992, 12, 31)),
        new("Day after Thanksgiving", new YearlyDate.NthWeekday(11, Thursday, 4, PlusDays: 1), new(Friday), At(13),
            From: new(1993, 1, 1)),
        new("Christmas Eve", new YearlyDate.Fixed(12, 24), MondayToThursday, At(14), Until: new(1992, 12, 31)),
        new("Christmas Eve", new YearlyDate.Fixed(12, 24), MondayToThursday, At(13), From: new(1993, 1, 1)),
    ];

    private static OneOffDay[] XnysOneOffDays() =>
    [
        Closed(1994, 4, 27, "Funeral of Richard Nixon"),
        Closed(2001, 9, 11, "Attacks of September 11"),
        Closed(2001, 9, 12, "Attacks of September 11"),
        Closed(2001, 9, 13, "Attacks of September 11"),
        Closed(2001, 9, 14, "Attacks of September 11"),
        Closed(2004, 6, 11, "Funeral of Ronald Reagan"),
        Closed(2007, 1, 2, "Mourning for Gerald Ford"),
        Closed(2012, 10, 29, "Hurricane Sandy"),
        Closed(2012, 10, 30, "Hurricane Sandy"),
        Closed(2018, 12, 5, "Mourning for George H. W. Bush"),
        Closed(2025, 1, 9, "Carter mourning"),
        EarlyClose(1997, 12, 26, "Day after Christmas"),
        EarlyClose(1999, 12, 31, "New Year's Eve of the century"),
        EarlyClose(2003, 12, 26, "Day after Christmas"),
    ];

    private static OneOffDay Closed(int year, int month, int day, string name) =>
        new(new(year, month, day), OneOffKind.Closed, null, name, "NYSE special closings list");

    private static OneOffDay EarlyClose(int year, int month, int day, string name) =>
        new(new(year, month, day), OneOffKind.EarlyClose, At(13), name, "NYSE special closings list");

    private static TimeSpan At(int hour, int minute = 0) => new(hour, minute, 0);
}
