using Kobe.Desk.Sessions;
using Kobe.Plugins.Learning.Reading;

namespace Kobe.Plugins.Learning.Models;

/// <summary>The folders of all models.</summary>
internal static class ModelFolders
{
    /// <summary>Their names in order.</summary>
    public static IReadOnlyList<string> Of(DeskSession desk) =>
        Path.GetDirectoryName(ModelFile.PathOf(desk, "x")) is { } root && Directory.Exists(root)
            ? [.. Directory.EnumerateDirectories(root).Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal)]
            : [];
}
