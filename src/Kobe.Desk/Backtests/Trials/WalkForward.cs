using Kobe.Desk.Bars;
using Kobe.Desk.Strategies;

namespace Kobe.Desk.Backtests.Trials;

/// <summary>Chooses parameters on the past and proves them on what followed, again and again.</summary>
/// <remarks>
/// Only proofs count. Each begins with the account that the proof before it left, and with no position; strategies warm
/// up on the bars before, which they may see, and trade only in the proof.
/// </remarks>
public static class WalkForward
{
    /// <summary>Walks forward through the bars.</summary>
    /// <typeparam name="T">The parameters.</typeparam>
    /// <param name="series">The bars, one series a symbol.</param>
    /// <param name="choices">The parameters to choose among.</param>
    /// <param name="strategy">Makes the strategy of a symbol with parameters.</param>
    /// <param name="settings">Account and conditions; the span from and to is cut into folds.</param>
    /// <param name="plan">How it is cut.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="ArgumentException">The days do not suffice for one fold.</exception>
    public static WalkForwardResult<T> Run<T>(
        IReadOnlyList<BarSeries> series, IReadOnlyList<T> choices, Func<T, BarSeries, IStrategy> strategy,
        BacktestSettings settings, WalkForwardPlan plan, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(plan);
        var days = Days(series, settings);
        var cuts = plan.Folds(days);
        if (cuts.Count == 0)
        {
            throw new ArgumentException(
                $"{days.Count} days do not suffice: one fold takes more than {plan.TrainDays + plan.EmbargoDays}.",
                nameof(series));
        }

        var (folds, cash) = (new List<FoldResult<T>>(), settings.Cash);
        foreach (var fold in cuts)
        {
            // The learning does not get to see a bar behind its end, wherever its strategy looks.
            var known = series.Select(one => one.Until(fold.TrainTo)).ToArray();
            var learning = settings with { From = fold.TrainFrom, To = fold.TrainTo };
            var best = Sweep.Run(choices, choice => Play(known, choice, strategy, learning, cancel), cancel).Best;
            var then = series.Select(one => one.Until(fold.TestTo)).ToArray();
            var test = Play(
                then, best.Parameters, strategy,
                settings with { Cash = cash, From = fold.TestFrom, To = fold.TestTo }, cancel);
            folds.Add(new(fold, best.Parameters, best.DailySharpe, test));
            cash = test.Curve.End;
        }

        return new(folds, Joined(folds, settings));
    }

    private static BacktestResult Play<T>(
        IReadOnlyList<BarSeries> series, T choice, Func<T, BarSeries, IStrategy> strategy, BacktestSettings settings,
        CancellationToken cancel) => Backtest.Run(series, one => strategy(choice, one), settings, cancel: cancel);

    // A day is a moment of the account: the days of a run in which nothing is done.
    private static IReadOnlyList<long> Days(IReadOnlyList<BarSeries> series, BacktestSettings settings) =>
        Backtest.Run(series, _ => new Idle(), settings).Curve.Ticks;

    private static BacktestResult Joined<T>(List<FoldResult<T>> folds, BacktestSettings settings)
    {
        var curves = folds.Select(fold => fold.Test.Curve).ToArray();
        var (from, to) = (folds[0].Fold.TestFrom, folds[^1].Fold.TestTo);
        return new(
            folds[0].Test.Series, settings with { From = from, To = to },
            new(
                [.. curves.SelectMany(curve => curve.Ticks)], [.. curves.SelectMany(curve => curve.Equity)],
                [.. curves.SelectMany(curve => curve.Exposure)], settings.Cash),
            [.. folds.SelectMany(fold => fold.Test.Trades)], folds.Sum(fold => fold.Test.Fees),
            folds.Sum(fold => fold.Test.Traded), folds.Sum(fold => fold.Test.Bars));
    }

    private sealed class Idle : IStrategy
    {
        public Decision OnBar(in Bar bar, in Holding holding) => Decision.None;
    }
}
