using Kobe.Core.Markets;
using Kobe.Desk.Bars.Factors;

namespace Kobe.Desk.Bars.Quality;

/// <summary>Compares the dates of bars with the sessions that the exchange had.</summary>
internal static class SessionCheck
{
    /// <summary>Sessions without a bar between the first bar and the last.</summary>
    public static IEnumerable<QualityFinding> Gaps(DateOnly[] dates, PriceFactors factors, ExchangeCalendar calendar)
    {
        for (var i = 1; i < dates.Length; i++)
        {
            var (count, first, last) = Between(dates[i - 1], dates[i], calendar);
            if (count >= QualityLimits.EarlierInstrumentSessions)
            {
                var says = factors.Rows is [var row, _, ..] && row.Until >= dates[i] && row.Until <= dates[i].AddDays(7)
                    ? " The factors begin there too." : "";
                yield return new(QualityKind.EarlierInstrument, dates[0], dates[i - 1],
                    $"{count} sessions are missing up to {dates[i]:yyyy-MM-dd}: these {i} bars are probably of an "
                    + $"earlier instrument with this symbol.{says}");
            }
            else if (count > 0)
            {
                yield return new(QualityKind.MissingSessions, first, last,
                    count == 1 ? "The session has no bar." : $"{count} sessions in a row have no bar.");
            }
        }
    }

    /// <summary>How far the series lies behind the last session that is complete.</summary>
    public static IEnumerable<QualityFinding> Stale(DateOnly[] dates, ExchangeCalendar calendar, DateTimeOffset now)
    {
        if (dates is [.., var newest])
        {
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, calendar.Zone).DateTime);
            var session = ExchangeCalendar.Covers(today) ? calendar.On(today).Session : null;
            var last = session?.Close <= now ? today : calendar.PreviousSession(today)?.Date ?? newest;
            var (count, _, _) = Between(newest, last.AddDays(1), calendar);
            if (count > 0)
            {
                yield return new(QualityKind.Stale, newest, last,
                    $"The last bar is that of {newest:yyyy-MM-dd}, {count} sessions behind.");
            }
        }
    }

    private static (int Count, DateOnly First, DateOnly Last) Between(
        DateOnly after, DateOnly before, ExchangeCalendar calendar)
    {
        var (count, first, last) = (0, after, after);
        for (var date = after.AddDays(1); date < before && ExchangeCalendar.Covers(date); date = date.AddDays(1))
        {
            if (calendar.On(date).Session is not null)
            {
                (first, last) = (count++ == 0 ? date : first, date);
            }
        }

        return (count, first, last);
    }
}
