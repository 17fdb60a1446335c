using Kobe.Contracts;

namespace Kobe.Plugins.Research.Patterns;

/// <summary>Which pattern is looked for where.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Scope">On which symbols.</param>
/// <param name="Years">On how much history.</param>
public sealed record PatternArguments(
    [Argument("The pattern's name; without it the one that was not looked for for the longest time.")]
    string? Pattern = null,
    [Argument("Which symbols: universe, all, index or a sector.")] string Scope = "universe",
    [Argument("How much history at most.", Unit = "years")] int Years = 5);
