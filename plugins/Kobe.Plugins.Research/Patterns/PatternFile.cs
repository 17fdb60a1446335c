namespace Kobe.Plugins.Research.Patterns;

/// <summary>What is kept of a pattern.</summary>
/// <param name="Name">The pattern's name.</param>
/// <param name="Claim">What it looks like.</param>
/// <param name="Scope">The symbols.</param>
/// <param name="Date">When it was looked for.</param>
/// <param name="Source">Where the prices come from.</param>
/// <param name="Synthetic">Whether they were made up.</param>
/// <param name="Seen">How often it was seen.</param>
/// <param name="Now">The symbols whose last bar shows it.</param>
/// <param name="Dates">The dates that were compared.</param>
/// <param name="Mean">What followed in a week, on the mean of those dates, or null.</param>
/// <param name="OtherMean">What followed otherwise, or null.</param>
/// <param name="Adjusted">The probability of chance after correction for all patterns.</param>
/// <param name="Holds">Whether it differs by more than chance.</param>
internal sealed record PatternFile(
    string Name, string Claim, string Scope, string Date, string Source, bool Synthetic, int Seen,
    IReadOnlyList<string> Now, int Dates, double? Mean, double? OtherMean, double Adjusted, bool Holds);
