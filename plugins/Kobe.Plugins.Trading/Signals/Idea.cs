namespace Kobe.Plugins.Trading.Signals;

/// <summary>What a strategy or a scan would buy.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Strategy">The strategy's or the scan's name.</param>
/// <param name="Side"><c>buy</c>.</param>
/// <param name="Entry">The price that the idea rests on, dollars a share.</param>
/// <param name="Stop">Where it is wrong, dollars a share.</param>
/// <param name="Target">Where the gain is taken; null for nowhere.</param>
/// <param name="Score">Higher is better among ideas of the same strategy.</param>
/// <param name="Sector">The symbol's sector; empty when it is not known.</param>
internal sealed record Idea(
    string Symbol, string Strategy, string Side, decimal Entry, decimal Stop, decimal? Target, double Score,
    string Sector);
