using Kobe.Desk.Backtests.Measures;

namespace Kobe.Desk.Backtests.Trials;

/// <summary>Every choice of parameters that was tried, and how much of the best one is luck.</summary>
/// <typeparam name="T">The parameters.</typeparam>
/// <param name="Trials">Every trial, the best first.</param>
/// <param name="Deflated">The probability that the best one's Sharpe ratio is more than the luck of having tried so
/// many (<see cref="DeflatedSharpe"/>).</param>
public sealed record SweepResult<T>(IReadOnlyList<Trial<T>> Trials, double Deflated)
{
    /// <summary>The best.</summary>
    public Trial<T> Best => Trials[0];
}
