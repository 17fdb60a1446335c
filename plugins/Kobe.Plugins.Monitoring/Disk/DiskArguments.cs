using Kobe.Contracts;

namespace Kobe.Plugins.Monitoring.Disk;

/// <summary>How much room there should be.</summary>
/// <param name="State">The state directory, whose disk is looked at.</param>
/// <param name="Warn">Below this share of free bytes or inodes a person is told.</param>
/// <param name="Fail">Below this share the check fails.</param>
public sealed record DiskArguments(
    [Argument("The directory whose disk is looked at; the brain's state when it isn't given.")] string? State = null,
    [Argument("The free share below which a person is told.", Unit = "%")] double Warn = 10,
    [Argument("The free share below which the check fails.", Unit = "%")] double Fail = 5);
