using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Backups;

/// <summary>Which backups are looked at.</summary>
/// <param name="State">The state directory.</param>
/// <param name="From">The folder of the backups.</param>
/// <param name="Program">The program.</param>
public sealed record ArchiveArguments(
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null,
    [Argument("The folder of the backups; backups in the state directory when it isn't given.")] string? From = null,
    [Argument("kobe.dll; the one that the runner belongs to when it isn't given.")] string? Program = null);
