using Kobe.Contracts;

namespace Kobe.Plugins.Monitoring.Drift;

/// <summary>What is compared with what.</summary>
/// <param name="State">The state directory, where the approved hash is kept.</param>
/// <param name="Schedule">The schedule directory.</param>
/// <param name="Approved">The file with the approved hash.</param>
public sealed record DriftArguments(
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null,
    [Argument("The schedule directory; the brain's own when it isn't given.")] string? Schedule = null,
    [Argument("The file with the approved hash; approved-schedule.sha256 in the state directory.")]
    string? Approved = null);
