namespace Kobe.Plugins.Learning.Features;

/// <summary>The fact <c>features.daily</c>.</summary>
/// <param name="Date">The date.</param>
/// <param name="Fingerprint">The hash of all numbers.</param>
/// <param name="Rows">How many rows.</param>
internal sealed record FeaturesDaily(string Date, string Fingerprint, int Rows);
