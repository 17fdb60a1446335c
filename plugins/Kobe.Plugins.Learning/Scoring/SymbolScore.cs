namespace Kobe.Plugins.Learning.Scoring;

/// <summary>The probability that a symbol rises up to the horizon.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Probability">0 to 1.</param>
internal sealed record SymbolScore(string Symbol, double Probability);
