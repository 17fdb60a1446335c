namespace Kobe.Plugins.Research.Correlations;

/// <summary>Two symbols and how they move together.</summary>
/// <param name="A">One, the first by name.</param>
/// <param name="B">The other.</param>
/// <param name="Value">Pearson's correlation of their daily returns, −1 to 1.</param>
internal sealed record CorrelationPair(string A, string B, double Value);
