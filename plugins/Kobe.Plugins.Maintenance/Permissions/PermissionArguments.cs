using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Permissions;

/// <summary>Whose modes are put right.</summary>
/// <param name="Folder">The folder, from the state directory; empty for all of it.</param>
/// <param name="State">The state directory.</param>
public sealed record PermissionArguments(
    [Argument("The folder, from the state directory; empty for all of it.")] string Folder = "",
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
