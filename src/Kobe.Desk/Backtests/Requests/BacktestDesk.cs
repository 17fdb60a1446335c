using System.Globalization;
using Kobe.Core.Markets;
using Kobe.Core.Text;
using Kobe.Desk.Backtests.Measures;
using Kobe.Desk.Backtests.Reports;
using Kobe.Desk.Backtests.Trials;
using Kobe.Desk.Bars;
using Kobe.Desk.Strategies;
using Kobe.Desk.Strategies.Choosing;

namespace Kobe.Desk.Backtests.Requests;

/// <summary>Answers requests for backtests: from names and numbers to a page and a picture.</summary>
public static class BacktestDesk
{
    /// <summary>Answers a request, or refuses it whole.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="calendar">The exchange.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static BacktestAnswer Answer(
        BacktestRequest request, ExchangeCalendar calendar, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(calendar);
        if (StrategyCatalogue.Find(request.Strategy) is not { } entry)
        {
            return BacktestAnswer.Refused([Unknown(request.Strategy)]);
        }

        var values = entry.Values(request.Parameters, out var wrong);
        var bars = new RequestedBars(calendar, request);
        var series = bars.Read();
        if (request.From > request.To)
        {
            bars.Errors.Add(
                $"The span ends on {request.To:yyyy-MM-dd}, before it begins on {request.From:yyyy-MM-dd}.");
        }

        if (wrong.Count + bars.Errors.Count > 0)
        {
            return BacktestAnswer.Refused([.. wrong, .. bars.Errors]);
        }

        var settings = Settings(request, calendar);
        IStrategy Make(BarSeries one) => entry.Make(values, calendar);
        var result = Backtest.Run(series, Make, settings, cancel: cancel);
        if (result.Curve.Count < 2)
        {
            return BacktestAnswer.Refused(["The span has fewer than two days with bars. Choose a longer one."]);
        }

        var whole = settings with { Sizing = Equal(series.Length), Limits = null };
        var held = Backtest.Run(series, _ => new BuyAndHold(), whole, cancel: cancel);
        var title = Title(entry, values);
        var report = new BacktestReport(
            title, result, Metrics.Of(result),
            request.Resamples > 0 ? Confidence.Of(result.Curve, request.Resamples, request.Seed) : null,
            Metrics.Of(held));
        return new(
            report, EquityChart.Draw(result, title, held.Curve), LookAhead.Check(series, Make, settings), bars.Quality,
            []);
    }

    private static BacktestSettings Settings(BacktestRequest request, ExchangeCalendar calendar) =>
        request.Settings with
        {
            From = request.From is { } from ? new LocalDay(from, calendar.Zone).Start : DateTimeOffset.MinValue,
            To = request.To is { } to ? new LocalDay(to, calendar.Zone).End : DateTimeOffset.MaxValue,
        };

    // The same share of the account in each symbol, bought once.
    private static Sizing Equal(int symbols) => new(0, 1.0 / symbols, 1, symbols, IsWhole: false);

    private static string Title(StrategyEntry entry, IReadOnlyList<double> values) => string.Join(' ',
        entry.Parameters.Select((parameter, i) =>
            string.Create(CultureInfo.InvariantCulture, $"{parameter.Name}={values[i]}")).Prepend(entry.Name));

    private static string Unknown(string name)
    {
        var names = StrategyCatalogue.All.Select(entry => entry.Name).ToArray();
        return $"There is no strategy '{name}'. " + (DidYouMean.Nearest(name, names) is { } near
            ? $"Did you mean {near}?"
            : $"There are: {string.Join(", ", names)}.");
    }
}
