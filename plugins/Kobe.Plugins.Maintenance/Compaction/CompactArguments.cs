using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Compaction;

/// <summary>How long things are kept.</summary>
/// <param name="State">The state directory.</param>
/// <param name="Snapshots">How long pictures of the brain are kept.</param>
/// <param name="Days">How long cards of dates are kept.</param>
public sealed record CompactArguments(
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null,
    [Argument("How long pictures of the brain are kept.", Unit = "days")] int Snapshots = 14,
    [Argument("How long the cards of dates are kept.", Unit = "days")] int Days = 400);
