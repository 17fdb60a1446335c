namespace Kobe.Desk.Backtests.Trials;

/// <summary>What came of choosing on the past and proving on what followed.</summary>
/// <typeparam name="T">The parameters.</typeparam>
/// <param name="Folds">Each cut of time with what was chosen.</param>
/// <param name="Proof">The proofs one after the other, as one result.</param>
public sealed record WalkForwardResult<T>(IReadOnlyList<FoldResult<T>> Folds, BacktestResult Proof);
