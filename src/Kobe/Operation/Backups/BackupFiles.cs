namespace Kobe.Operation.Backups;

/// <summary>Which files of a state directory go into a backup, and in which order.</summary>
internal static class BackupFiles
{
    // Locks and the address of a running brain mean nothing elsewhere; new tokens are made at the next start, and a
    // secret has no place in a file that is carried about. A backup holds no backups,
    // and no copies of plugins: each start makes them anew.
    private static readonly string[] Left =
        ["brain.json", "api-token", "api-token-read", "README.md"];

    private static readonly string[] LeftFolders = ["backups", "plugins-in-use", "replays"];

    /// <summary>The files, as paths in the directory: the journal last, so that it holds whatever a checkpoint or a
    /// view before it says.</summary>
    /// <exception cref="IOException">The directory can't be listed.</exception>
    public static IReadOnlyList<string> In(string state)
    {
        var found = new List<string>();
        Add(found, state, "");
        found.Sort((one, other) => (IsDay(one), one).CompareTo((IsDay(other), other)));
        return found;
    }

    /// <summary>Whether a file only grows, line by line: the brain may be in the middle of a line.</summary>
    public static bool Grows(string path) => Path.GetExtension(path) is ".jsonl" or ".log";

    private static bool IsDay(string path) =>
        path.StartsWith("journal/", StringComparison.Ordinal) && path.EndsWith(".jsonl", StringComparison.Ordinal);

    private static void Add(List<string> found, string directory, string prefix)
    {
        foreach (var entry in new DirectoryInfo(directory).EnumerateFileSystemInfos())
        {
            var path = prefix + entry.Name;
            if (entry.LinkTarget is not null)
            {
                continue; // What it leads to is not the state's.
            }

            if (entry is DirectoryInfo)
            {
                if (!LeftFolders.Contains(path))
                {
                    Add(found, entry.FullName, path + "/");
                }
            }
            else if (!Left.Contains(path) && !path.EndsWith(AtomicFile.Suffix, StringComparison.Ordinal)
                && !path.EndsWith(".lock", StringComparison.Ordinal)
                && FileKind.IsRegular(entry.FullName))
            {
                // A pipe or a socket has no content to keep, and reading one waits for ever.
                found.Add(path);
            }
        }
    }
}
