namespace Kobe.Plugins.Learning.Features;

/// <summary>What is kept of features: not the rows, which are made again in a moment, but what they were.</summary>
/// <param name="Source">Where the prices come from.</param>
/// <param name="Synthetic">Whether they were made up.</param>
/// <param name="Date">When they were made.</param>
/// <param name="Horizon">Over how many sessions the outcome is measured.</param>
/// <param name="Scope">Of which symbols.</param>
/// <param name="Fingerprint">The hash of all numbers.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Known">How many of them have their outcome.</param>
/// <param name="Rose">The share of those that rose.</param>
/// <param name="Means">The mean of each feature by name.</param>
internal sealed record FeatureFile(
    string Source, bool Synthetic, string Date, int Horizon, string Scope, string Fingerprint, int Rows, int Known,
    double? Rose, IReadOnlyDictionary<string, double?> Means);
