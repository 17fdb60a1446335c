namespace Kobe.Plugins.Research.Backtests;

/// <summary>The fact <c>backtests.latest</c>: what strategies are expected to do.</summary>
/// <param name="Date">The date.</param>
/// <param name="Strategies">Strategies by their Sharpe ratio, the best first.</param>
/// <param name="Path">The file with the figures.</param>
internal sealed record BacktestsLatest(string Date, IReadOnlyList<string> Strategies, string Path);
