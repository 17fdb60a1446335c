namespace Kobe.Plugins.Trading.Reports;

/// <summary>From which date to which one a span goes; pure.</summary>
internal static class SpanDates
{
    /// <summary>The first and the last date.</summary>
    /// <param name="span">The span.</param>
    /// <param name="last">Its last date.</param>
    public static (DateOnly From, DateOnly To) Of(ReportSpan span, DateOnly last) => span switch
    {
        ReportSpan.Week => (last.AddDays(-6), last),
        ReportSpan.Month => (new(last.Year, last.Month, 1), last),
        ReportSpan.Quarter => (new(last.Year, ((last.Month - 1) / 3 * 3) + 1, 1), last),
        ReportSpan.Year => (new(last.Year, 1, 1), last),
        _ => (last, last),
    };
}
