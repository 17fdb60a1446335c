using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Seals;

/// <summary>What is sealed.</summary>
/// <param name="State">The state directory.</param>
public sealed record SealArguments(
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
