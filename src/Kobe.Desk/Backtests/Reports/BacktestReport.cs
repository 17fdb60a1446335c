using System.Globalization;
using System.Text;
using Kobe.Desk.Backtests.Measures;
using Kobe.Desk.Bars;

namespace Kobe.Desk.Backtests.Reports;

/// <summary>A backtest as a page of text.</summary>
/// <param name="Title">What was tried, such as the strategy with its parameters.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Metrics">The same in figures.</param>
/// <param name="Confidence">How far they could have come out otherwise; null when nobody asked.</param>
/// <param name="Comparison">Buying and holding the same, in figures; null when nobody asked.</param>
/// <param name="Deflated">The deflated Sharpe probability when the parameters were chosen among several; else null.
/// </param>
public sealed record BacktestReport(
    string Title, BacktestResult Result, Metrics Metrics, Confidence? Confidence = null, Metrics? Comparison = null,
    double? Deflated = null)
{
    private const int SymbolsShown = 8;

    /// <summary>The page, 80 columns or so.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        var mark = Result.IsSynthetic ? SeriesName.SyntheticMark + " PRICES · " : "";
        text.Append(CultureInfo.InvariantCulture, $"{mark}{Title}\n");
        text.Append(CultureInfo.InvariantCulture, $"{Span()} · {Symbols()}\n\n");
        var (held, interval) = (Comparison is null ? "" : "buy and hold", $"{Confidence?.Level:0%} interval");
        text.Append(CultureInfo.InvariantCulture, $"{"",-22}{"strategy",14}{held,14}")
            .Append(CultureInfo.InvariantCulture, $"{(Confidence is null ? "" : interval),22}").TrimEnd().Append('\n');
        Row(text, "end of account", Metrics, one => Money(Result.Settings.Cash * (1 + one.Gain)));
        Row(text, "growth a year", Metrics, one => Percent(one.Cagr), Confidence?.Cagr, Percent);
        Row(text, "volatility a year", Metrics, one => Percent(one.Volatility));
        Row(text, "Sharpe", Metrics, one => Number(one.Sharpe), Confidence?.Sharpe, Number);
        Row(text, "Sortino", Metrics, one => Number(one.Sortino));
        Row(text, "deepest fall", Metrics, one => Percent(one.Drawdown.Depth), Confidence?.Drawdown, Percent);
        Row(text, "longest below peak", Metrics, one => $"{one.Drawdown.LongestDays} days");
        Row(text, "exposure", Metrics, one => Percent(one.Exposure));
        Row(text, "turnover a year", Metrics, one => Number(one.Turnover));
        Row(text, "trades", Metrics, one => one.Trades.ToString(CultureInfo.InvariantCulture));
        Row(text, "winning", Metrics, one => Percent(one.WinRate));
        Row(text, "profit factor", Metrics, one => Number(one.ProfitFactor));
        Row(text, "mean R", Metrics, one => Number(one.MeanMultiple));
        Row(text, "fees", Metrics, one => Money(one.Fees));
        if (Deflated is { } deflated)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"\nMore than the luck of the best of all trials with probability {Percent(deflated)}")
                .Append(" (deflated Sharpe).\n");
        }

        Notes(text);
        return text.ToString();
    }

    private void Row(
        StringBuilder text, string label, Metrics metrics, Func<Metrics, string> cell, Interval? interval = null,
        Func<double, string>? format = null) =>
        text.Append(CultureInfo.InvariantCulture, $"{label,-22}{cell(metrics),14}")
            .Append(CultureInfo.InvariantCulture, $"{(Comparison is null ? "" : cell(Comparison)),14}")
            .Append(CultureInfo.InvariantCulture,
                $"{(interval is { } ends ? $"{format!(ends.Low)} to {format(ends.High)}" : ""),22}")
            .TrimEnd().Append('\n');

    private void Notes(StringBuilder text)
    {
        var costs = Result.Settings.Costs;
        text.Append(CultureInfo.InvariantCulture,
            $"\nFilled at the next bar; {costs.SlippageBps:0.##} bps slippage, {costs.PerShare:0.####} a share, "
            + $"at most {Result.Settings.VolumeShareMax:0.#%} of a bar's volume.\n");
        if (Result.Settings.Limits is not null)
        {
            text.Append("Entries denied by the limits of the order door: ")
                .Append(Result.Denied.Count == 0
                    ? "none"
                    : string.Join(", ", Result.Denied.Select(one => $"{one.Key} {one.Value}"))).Append(".\n");
        }

        if (Confidence is { } confidence)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"Intervals: {confidence.Resamples} curves of redrawn days")
                .Append(CultureInfo.InvariantCulture, $" (stationary bootstrap, seed {confidence.Seed}).\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"Digest {Result.Digest()}\n");
    }

    private string Span() => Result.Curve is { Count: > 0 } curve
        ? $"{curve.At(0):yyyy-MM-dd} to {curve.At(curve.Count - 1):yyyy-MM-dd}, {Metrics.Days} days"
        : "no days";

    private string Symbols()
    {
        var shown = string.Join(", ", Result.Series.Take(SymbolsShown));
        return Result.Series.Count > SymbolsShown ? $"{shown} and {Result.Series.Count - SymbolsShown} more" : shown;
    }

    private static string Percent(double value) =>
        double.IsFinite(value) ? (100 * value).ToString("0.00", CultureInfo.InvariantCulture) + " %" : "–";

    private static string Number(double value) => double.IsPositiveInfinity(value) ? "∞"
        : double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : "–";

    private static string Money(double value) => value.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
