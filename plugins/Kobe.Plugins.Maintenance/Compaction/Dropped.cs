using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Compaction;

/// <summary>Deletes, and counts what is gone.</summary>
internal sealed class Dropped
{
    public long Files { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Deletes a file, or a folder with its files.</summary>
    public void Delete(string entry)
    {
        if (!Directory.Exists(entry))
        {
            DeleteFile(entry);
            return;
        }

        // A link to a folder goes; what it leads to is not ours.
        if (new DirectoryInfo(entry).LinkTarget is null)
        {
            Array.ForEach(Directory.GetFileSystemEntries(entry), Delete);
        }

        Directory.Delete(entry);
    }

    /// <summary>Deletes half-written files of a directory, but none of the journal: it knows its own.</summary>
    public void Leftovers(string directory, DateTimeOffset before)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true,
        };
        var journal = Path.Combine(directory, Places.Journal) + Path.DirectorySeparatorChar;
        foreach (var path in Directory.GetFiles(directory, "*.tmp", options))
        {
            if (!path.StartsWith(journal, StringComparison.Ordinal)
                && File.GetLastWriteTimeUtc(path) < before.UtcDateTime)
            {
                DeleteFile(path);
            }
        }
    }

    private void DeleteFile(string path)
    {
        var bytes = new FileInfo(path).Length;
        File.Delete(path);
        Files++;
        Bytes += bytes;
    }
}
