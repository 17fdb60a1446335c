using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Compression;

/// <summary>Which files are compressed, and from what age on.</summary>
/// <param name="Folder">The folder, from the state directory.</param>
/// <param name="Pattern">The names of the files.</param>
/// <param name="Days">Younger ones stay as they are.</param>
/// <param name="State">The state directory.</param>
public sealed record CompressArguments(
    [Argument("The folder, from the state directory.")] string Folder,
    [Argument("The names of the files.")] string Pattern,
    [Argument("Younger ones stay as they are.", Unit = "days")] int Days = 7,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
