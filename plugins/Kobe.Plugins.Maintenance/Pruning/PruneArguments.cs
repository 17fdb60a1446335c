using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.Pruning;

/// <summary>What is kept of a folder.</summary>
/// <param name="Folder">The folder, from the state directory.</param>
/// <param name="Pattern">The names of its files and folders that are looked at.</param>
/// <param name="Keep">The newest so many stay, whatever their age.</param>
/// <param name="Days">Younger ones stay.</param>
/// <param name="Pointers">Files of the folder that stay, with all that their text names.</param>
/// <param name="State">The state directory.</param>
public sealed record PruneArguments(
    [Argument("The folder, from the state directory.")] string Folder,
    [Argument("The names of its files and folders that are looked at.")] string Pattern = "*",
    [Argument("The newest so many stay, whatever their age.", Unit = "entries")] int Keep = 3,
    [Argument("Younger ones stay.", Unit = "days")] int Days = 0,
    [Argument("Files of the folder that stay, with all that their text names.")]
    IReadOnlyList<string>? Pointers = null,
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null);
