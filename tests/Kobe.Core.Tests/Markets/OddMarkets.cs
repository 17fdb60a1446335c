using Kobe.Core.Markets;

namespace Kobe.Core.Tests.Markets;

/// <summary>Calendars with odd hours in odd zones, to try the rules where New York never would.</summary>
internal static class OddMarkets
{
    private static readonly WeekdaySet AllButSaturday = new(Enum.GetValues<DayOfWeek>().AsSpan(..6));

    /// <summary>Hours in minutes after midnight; closed on Saturdays and a holiday unless round the clock.</summary>
    public static CalendarRules Of(string zone, int pre, int open, int close, int post) => new()
    {
        Name = $"{zone} {pre}-{open}-{close}-{post}",
        Zone = TimeZoneInfo.FindSystemTimeZoneById(zone),
        Week = open == close - 1440 ? WeekdaySet.All : AllButSaturday,
        Hours = new(Minutes(pre), Minutes(open), Minutes(close), Minutes(post), PostAfterEarlyClose: Minutes(240)),
        Closings = open == close - 1440 ? [] : [new("Rest day", new YearlyDate.Fixed(6, 1), Observance.NearestWeekday)],
    };

    /// <summary>Late opens and early closes on fixed days of each month, down to a session of ten minutes.</summary>
    public static CalendarRules WithOddDays(CalendarRules rules, int firstYear, int lastYear)
    {
        var (open, close) = (rules.Hours.Open, rules.Hours.Close);
        var days = new List<OneOffDay>();
        for (var month = new DateOnly(firstYear, 1, 1); month.Year <= lastYear; month = month.AddMonths(1))
        {
            days.Add(new(month.AddDays(3), OneOffKind.EarlyClose, open + Minutes(10), "Ten minutes", "test"));
            days.Add(new(month.AddDays(8), OneOffKind.EarlyClose, open + Minutes(95), "Short", "test"));
            days.Add(new(month.AddDays(13), OneOffKind.LateOpen, close - Minutes(10), "Ten minutes", "test"));
            days.Add(new(month.AddDays(18), OneOffKind.LateOpen, close - Minutes(100), "Late", "test"));
            days.Add(new(month.AddDays(22), OneOffKind.Reopen, null, "Open after all", "test"));
            days.Add(new(month.AddDays(24), OneOffKind.Closed, null, "Closed", "test"));
        }

        // A late open says nothing on a day without a session.
        var plain = new ExchangeCalendar(rules);
        return rules with
        {
            Name = rules.Name + " with odd days",
            OneOffDays = days
                .Where(day => plain.On(day.Date).Session is not null || day.Kind == OneOffKind.Reopen).ToList(),
        };
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
