using Kobe.Desk.Bars;
using Kobe.Desk.Strategies;

namespace Kobe.Desk.Backtests;

/// <summary>Plays bars to strategies in order of time and keeps their account.</summary>
/// <remarks>
/// Bars that end together are one moment: first what was ordered before trades in them, by
/// <see cref="Fills.FillRules"/>; then the account is valued; then every strategy decides; then entries are sized, the
/// highest score first. An order never trades in the bar that led to it. When a bar passes stop and target, the stop is
/// assumed; a stop works from its entry on, a target from the bar after it. Everything is the same for the same input.
/// </remarks>
public static class Backtest
{
    /// <summary>Runs one strategy on one or many series.</summary>
    /// <param name="series">The bars, one series a symbol.</param>
    /// <param name="strategy">Makes the strategy of a symbol.</param>
    /// <param name="settings">Account and conditions.</param>
    /// <param name="decisions">Where every decision is noted; null for nowhere.</param>
    /// <param name="cancel">Ends the run.</param>
    /// <exception cref="ArgumentException">There is no series, a symbol comes twice, or limits on bars within a session
    /// have no clock.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static BacktestResult Run(
        IReadOnlyList<BarSeries> series, Func<BarSeries, IStrategy> strategy, BacktestSettings settings,
        ICollection<MarkedDecision>? decisions = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(settings);
        if (series.Count == 0 || series.DistinctBy(one => one.Name.Symbol).Count() < series.Count)
        {
            throw new ArgumentException("A backtest wants at least one series, and each symbol once.", nameof(series));
        }

        if (settings is { Limits: not null, Market: null } && series.Any(one => !one.Name.Interval.IsDay))
        {
            throw new ArgumentException(
                "Limits on bars within a session need the exchange's phases: give the settings a Market.",
                nameof(settings));
        }

        return new BacktestRun(series, strategy, settings, decisions).Play(cancel);
    }

    /// <summary>Runs one strategy on one series.</summary>
    /// <param name="series">The bars.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="settings">Account and conditions.</param>
    public static BacktestResult Run(BarSeries series, IStrategy strategy, BacktestSettings settings) =>
        Run([series], _ => strategy, settings);
}
