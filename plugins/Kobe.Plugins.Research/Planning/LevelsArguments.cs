using Kobe.Contracts;

namespace Kobe.Plugins.Research.Planning;

/// <summary>Whose levels are found.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Days">Over how many sessions.</param>
public sealed record LevelsArguments(
    [Argument("Which symbols: universe, all, index or a sector.")] string Scope = "universe",
    [Argument("Sessions that are searched.")] int Days = 126);
