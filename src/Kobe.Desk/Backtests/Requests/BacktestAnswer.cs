using Kobe.Desk.Backtests.Reports;
using Kobe.Desk.Backtests.Trials;
using Kobe.Desk.Bars.Quality;

namespace Kobe.Desk.Backtests.Requests;

/// <summary>What came of a request.</summary>
/// <param name="Report">The page; null when the request was refused.</param>
/// <param name="Picture">The equity curve as SVG; null when the request was refused.</param>
/// <param name="LookAhead">Whether the strategy looks at later bars; null when the request was refused.</param>
/// <param name="Quality">What may be wrong with the prices, one report a symbol.</param>
/// <param name="Errors">Why it was refused, all at once, as sentences; empty when it was not.</param>
public sealed record BacktestAnswer(
    BacktestReport? Report, string? Picture, LookAhead? LookAhead, IReadOnlyList<QualityReport> Quality,
    IReadOnlyList<string> Errors)
{
    /// <summary>Refuses a request.</summary>
    /// <param name="errors">Why.</param>
    public static BacktestAnswer Refused(IReadOnlyList<string> errors) => new(null, null, null, [], errors);
}
