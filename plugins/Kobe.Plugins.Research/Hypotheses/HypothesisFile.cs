namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>What is kept of a hypothesis that was tried.</summary>
/// <param name="Name">The idea's name.</param>
/// <param name="Claim">The idea.</param>
/// <param name="Scope">The symbols.</param>
/// <param name="Years">How much history was asked for.</param>
/// <param name="Date">When it was tried.</param>
/// <param name="Source">Where the prices come from.</param>
/// <param name="Synthetic">Whether they were made up.</param>
/// <param name="Symbols">How many symbols.</param>
/// <param name="Count">Dates on which the condition held.</param>
/// <param name="OtherCount">Dates on which it did not; 0 when the mean is compared with 0.</param>
/// <param name="Mean">What followed when it held.</param>
/// <param name="OtherMean">What followed when it did not.</param>
/// <param name="T">The distance in standard errors, or null.</param>
/// <param name="P">The probability of chance, or null.</param>
/// <param name="Family">By how many questions it was multiplied.</param>
/// <param name="Adjusted">The probability after that.</param>
/// <param name="Steady">Whether both halves of the history go the same way.</param>
/// <param name="Discovery">Whether it passed all thresholds.</param>
internal sealed record HypothesisFile(
    string Name, string Claim, string Scope, int Years, string Date, string Source, bool Synthetic, int Symbols,
    int Count, int OtherCount, double? Mean, double? OtherMean, double? T, double? P, int Family, double Adjusted,
    bool Steady, bool Discovery);
