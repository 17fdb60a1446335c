using Kobe.Contracts;

namespace Kobe.Plugins.Research.Snapshots;

/// <summary>Whose indicators are taken.</summary>
/// <param name="Scope">Which symbols.</param>
public sealed record IndicatorArguments(
    [Argument("Which symbols: universe, all, index, a sector or a symbol.")] string Scope = "universe");
