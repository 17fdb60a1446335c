using Kobe.Core.Markets.Files;
using Kobe.Files;

namespace Kobe.Schedules;

/// <summary>Finds and reads the files of a schedule directory: all <c>*.yaml</c> in it but the calendars.</summary>
internal static class ScheduleFolder
{
    // Deeper is a mistake, and a link that leads in a circle never ends.
    private const int DepthMax = 16;

    private const string Calendars = "calendars";

    /// <summary>The files in the order of their names.</summary>
    /// <param name="folder">The schedule directory.</param>
    /// <exception cref="UserError">It is missing, empty or unreadable, or a link leads out of it.</exception>
    public static IReadOnlyList<TextFile> Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UserError(File.Exists(folder)
                ? $"The schedule directory '{folder}' is a file. Name a directory with --schedule DIR."
                : $"The schedule directory '{folder}' is missing. Name one with --schedule DIR.");
        }

        var files = YamlFolder.Read(folder, folder, () =>
        {
            var paths = new List<string>();
            Find(folder, folder, 0, paths);
            return [.. paths];
        });
        return files.Count > 0
            ? files
            : throw new UserError(
                $"The schedule directory '{folder}' holds no schedule files. Put files such as weekday.yaml there.");
    }

    private static void Find(string root, string folder, int depth, List<string> paths)
    {
        if (depth > DepthMax)
        {
            throw new UserError($"{folder} lies more than {DepthMax} folders deep. Move it up.");
        }

        foreach (var path in Directory.GetFileSystemEntries(folder))
        {
            var name = Path.GetFileName(path);
            if (name[0] == '.' || (depth == 0 && name == Calendars))
            {
                // Hidden files are the editor's and the version control's.
                continue;
            }

            if (name.EndsWith(".yaml", StringComparison.Ordinal))
            {
                paths.Add(path);
            }
            else if (Directory.Exists(path))
            {
                RefuseLink(root, path);
                Find(root, path, depth + 1, paths);
            }
            else if (name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
            {
                throw new UserError($"{path} would not be read: the names of schedule files end in .yaml. Rename it.");
            }
        }
    }

    // What a linked folder holds would be read from outside, or twice.
    private static void RefuseLink(string root, string path)
    {
        if (new DirectoryInfo(path).LinkTarget is { } target)
        {
            throw new UserError($"{path} is a link that leads out of {root}, to {target}. Copy the folder instead.");
        }
    }
}
