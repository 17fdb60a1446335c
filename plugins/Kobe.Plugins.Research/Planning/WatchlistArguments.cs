using Kobe.Contracts;

namespace Kobe.Plugins.Research.Planning;

/// <summary>How long the list is.</summary>
/// <param name="Max">How many symbols.</param>
public sealed record WatchlistArguments([Argument("How many symbols at most.")] int Max = 10);
