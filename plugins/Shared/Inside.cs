namespace Kobe.Plugins.State;

/// <summary>Folders of the state directory that rows name.</summary>
internal static class Inside
{
    /// <summary>A folder below the state directory.</summary>
    /// <param name="state">The state directory.</param>
    /// <param name="folder">The folder from there.</param>
    /// <returns>Its full path; null when it lies elsewhere, or is the state directory itself.</returns>
    public static string? Of(string state, string folder)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(state));
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(root, folder)));
        return path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : null;
    }
}
