using Kobe.Desk.Backtests.Measures;

namespace Kobe.Desk.Backtests.Trials;

/// <summary>Tries every choice of parameters.</summary>
public static class Sweep
{
    /// <summary>Tries all choices, several at once; the answer does not depend on how many.</summary>
    /// <typeparam name="T">The parameters.</typeparam>
    /// <param name="choices">The choices, at least one.</param>
    /// <param name="run">The backtest of one choice; it must be safe to call from several threads.</param>
    /// <param name="cancel">Ends it.</param>
    public static SweepResult<T> Run<T>(
        IReadOnlyList<T> choices, Func<T, BacktestResult> run, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(choices);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentOutOfRangeException.ThrowIfLessThan(choices.Count, 1, nameof(choices));
        var trials = new Trial<T>[choices.Count];
        Parallel.For(0, trials.Length, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            var result = run(choices[i]);
            trials[i] = new(choices[i], result, Metrics.Of(result));
        });

        // Stable: of equals the one that was named first.
        var sorted = trials.OrderByDescending(trial => trial.DailySharpe).ToArray();
        var sharpes = Array.ConvertAll(sorted, trial => trial.DailySharpe);
        return new(sorted, DeflatedSharpe.Probability(sorted[0].Result.Curve.Returns(), sharpes));
    }
}
