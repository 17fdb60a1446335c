using Kobe.Core.Markets;
using Kobe.Desk.Bars.Factors;

namespace Kobe.Desk.Bars.Quality;

/// <summary>Looks through a series for what makes backtests lie.</summary>
/// <remarks>It changes nothing: it names what it sees, and people decide.</remarks>
public static class QualityCheck
{
    /// <summary>Checks a series of session days, or of minutes.</summary>
    /// <remarks>Of minutes the core sessions are looked at: before and after them, minutes without a trade are usual.
    /// Splits and jumps are looked for on the days that they make.</remarks>
    /// <param name="reading">The series with what was kept out of it.</param>
    /// <param name="factors">The symbol's factors; <see cref="PriceFactors.None"/> when nobody has any.</param>
    /// <param name="calendar">The exchange.</param>
    /// <param name="now">As of when the series should be complete.</param>
    /// <param name="halts">When trading was halted; bars of minutes may be missing then.</param>
    /// <exception cref="ArgumentException">There is no series.</exception>
    public static QualityReport Of(
        BarReading reading, PriceFactors factors, ExchangeCalendar calendar, DateTimeOffset now,
        IReadOnlyList<TradingHalt>? halts = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(calendar);
        if (reading.Series is not { } series)
        {
            throw new ArgumentException("Quality is checked on a series, and there is none.", nameof(reading));
        }

        var findings = new List<QualityFinding>();
        var isDay = series.Name.Interval.IsDay;
        var days = isDay ? series : Resampling.ToDays(series, calendar);
        var dates = DatesOf(days, calendar);
        findings.AddRange(reading.Quarantined.Select(one => KeptOut(one, dates)));
        findings.AddRange(SessionCheck.Gaps(dates, factors, calendar));
        findings.AddRange(SessionCheck.Stale(dates, calendar, now));
        findings.AddRange(SplitCheck.Find(days, dates, factors));
        findings.AddRange(isDay
            ? PriceCheck.Find(days, dates, factors)
            : [.. PriceCheck.Jumps(days, dates, factors), .. new MinuteCheck(series, calendar, halts ?? []).Find(now)]);
        return new(series.Name, series.Count, [.. findings.OrderBy(one => one.From).ThenBy(one => one.Kind)]);
    }

    private static DateOnly[] DatesOf(BarSeries series, ExchangeCalendar calendar)
    {
        var dates = new DateOnly[series.Count];
        for (var i = 0; i < dates.Length; i++)
        {
            dates[i] = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(series[i].Start, calendar.Zone).DateTime);
        }

        return dates;
    }

    // What was kept out may have no date that can be read; it then stands at the series' first.
    private static QualityFinding KeptOut(QuarantinedBar bar, DateOnly[] dates)
    {
        var text = bar.Text.AsSpan();
        var date = text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", out var read) ? read
            : dates.Length > 0 ? dates[0] : default;
        return new(QualityKind.KeptOut, date, date, bar.ToString());
    }
}
