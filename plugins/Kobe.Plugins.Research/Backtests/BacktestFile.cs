namespace Kobe.Plugins.Research.Backtests;

/// <summary>What is kept of backtests.</summary>
/// <param name="Source">Where the prices come from.</param>
/// <param name="Synthetic">Whether they were made up.</param>
/// <param name="Date">When they were played.</param>
/// <param name="Scope">The symbols.</param>
/// <param name="Years">How many years were asked for.</param>
/// <param name="Symbols">How many symbols.</param>
/// <param name="Results">One for each strategy, in the order of the catalogue.</param>
/// <param name="Before">The Sharpe ratios of the last file of an earlier date, by strategy.</param>
internal sealed record BacktestFile(
    string Source, bool Synthetic, string Date, string Scope, int Years, int Symbols,
    IReadOnlyList<BacktestFigures> Results, IReadOnlyDictionary<string, double?> Before);
