using Kobe.Contracts;

namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>How answers are judged together.</summary>
/// <param name="Level">The share of chance among what is said to hold.</param>
/// <param name="MaxAgeDays">How old an answer may be.</param>
public sealed record FindingsArguments(
    [Argument("The share of chance that is tolerated among what is said to hold.")] double Level = 0.05,
    [Argument("How old an answer may be.", Unit = "days")] int MaxAgeDays = 45);
