using Kobe.Core.Markets;
using Kobe.Desk.Randomness;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>Dates of reports for a made-up market: one a quarter, in the weeks in which companies report.</summary>
internal static class MadeUpEarnings
{
    // The usual seasons begin on the twelfth of the quarter's first month and last forty days.
    private const int SeasonDay = 12;
    private const int SeasonDays = 39;

    /// <summary>The dates of a symbol in a span, in order; the same under the same seed.</summary>
    public static IEnumerable<EarningsDate> Of(
        ulong seed, string symbol, ExchangeCalendar calendar, DateOnly from, DateOnly to)
    {
        for (var year = from.AddMonths(-3).Year; year <= to.Year; year++)
        {
            foreach (var month in new[] { 1, 4, 7, 10 })
            {
                var random = new SeededRandom(seed).Split("earnings").Split(symbol).Split($"{year}-{month}");
                var day = new DateOnly(year, month, SeasonDay).AddDays(random.Below(SeasonDays));
                var isBeforeOpen = random.Chance(0.5);
                if (ExchangeCalendar.Covers(day) && calendar.NextSession(day.AddDays(-1)) is { } session
                    && session.Date >= from && session.Date <= to)
                {
                    yield return new(symbol, session.Date, isBeforeOpen, Synthetic: true);
                }
            }
        }
    }
}
