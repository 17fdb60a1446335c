using Kobe.Contracts;

namespace Kobe.Plugins.Research.Risks;

/// <summary>Whose moves are expected over how long.</summary>
/// <param name="Scope">Which symbols.</param>
/// <param name="Sessions">Over how many sessions.</param>
public sealed record ExpectedMoveArguments(
    [Argument("Which symbols: universe, all, index or a sector.")] string Scope = "universe",
    [Argument("Over how many sessions.")] int Sessions = 5);
