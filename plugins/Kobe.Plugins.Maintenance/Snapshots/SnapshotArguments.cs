using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Snapshots;

/// <summary>What is kept.</summary>
/// <param name="State">The state directory.</param>
public sealed record SnapshotArguments(
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
