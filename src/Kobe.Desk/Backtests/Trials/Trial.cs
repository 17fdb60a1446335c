using Kobe.Desk.Backtests.Measures;

namespace Kobe.Desk.Backtests.Trials;

/// <summary>One choice of parameters and what came of it.</summary>
/// <typeparam name="T">The parameters.</typeparam>
/// <param name="Parameters">The choice.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Metrics">The same in figures.</param>
public sealed record Trial<T>(T Parameters, BacktestResult Result, Metrics Metrics)
{
    /// <summary>The Sharpe ratio of a day, by which trials are compared; −1 when the account never moved, so that
    /// doing nothing does not win by having no figure.</summary>
    public double DailySharpe { get; } = Daily(Result);

    private static double Daily(BacktestResult result)
    {
        var spread = Spread.Of(result.Curve.Returns());
        return spread.Deviation > 0 ? spread.Mean / spread.Deviation : -1;
    }
}
