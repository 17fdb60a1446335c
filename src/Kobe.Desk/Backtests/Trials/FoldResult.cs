namespace Kobe.Desk.Backtests.Trials;

/// <summary>What was chosen in a fold and how it did.</summary>
/// <typeparam name="T">The parameters.</typeparam>
/// <param name="Fold">The cut of time.</param>
/// <param name="Chosen">The best parameters of the learning.</param>
/// <param name="TrainSharpe">Their Sharpe ratio of a day while learning.</param>
/// <param name="Test">What came of them in the proof.</param>
public sealed record FoldResult<T>(Fold Fold, T Chosen, double TrainSharpe, BacktestResult Test);
