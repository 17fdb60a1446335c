using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Integrity;

/// <summary>Looks at every file of the state directory: who may read it, and whether it is whole.</summary>
/// <param name="now">The time at which leftovers are judged.</param>
/// <param name="leftover">From what age on a temporary file was left behind.</param>
/// <param name="cancellation">Ends the walk.</param>
internal sealed class FileWalk(DateTimeOffset now, TimeSpan leftover, CancellationToken cancellation)
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    // People make these with the rights that their shell gives; only their presence or their text matters.
    private static readonly string[] Open = ["README.md", "KILL_SWITCH"];

    /// <summary>Walks a directory and all below it.</summary>
    public void Walk(string directory, Findings findings)
    {
        findings.Directories++;
        CheckMode(directory, "700", findings);
        string[] entries;
        try
        {
            entries = Directory.GetFileSystemEntries(directory);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            findings.Add(directory, "can't be listed: " + unreadable.Message);
            return;
        }

        Array.Sort(entries, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            cancellation.ThrowIfCancellationRequested();
            if (File.ResolveLinkTarget(entry, returnFinalTarget: false) is not null)
            {
                findings.Add(entry, "is a link: what it leads to isn't checked");
            }
            else if (Directory.Exists(entry))
            {
                Walk(entry, findings);
            }
            else
            {
                Check(new(entry), findings);
            }
        }
    }

    private void Check(FileInfo file, Findings findings)
    {
        if (!file.Exists)
        {
            return; // Replaced or deleted since it was listed.
        }

        findings.Files++;
        if (!Open.Contains(file.Name))
        {
            CheckMode(file.FullName, "600", findings);
        }

        if (file.Extension == ".tmp" && now - file.LastWriteTimeUtc > leftover)
        {
            findings.Add(file.FullName, "was left behind by a crash; it can be deleted");
        }

        if (file.Extension == ".json")
        {
            CheckDocument(file, findings);
        }
    }

    // Replaced by rename, so that a reader sees the old one or the new one, never a half.
    private static void CheckDocument(FileInfo file, Findings findings)
    {
        var document = StateFile.Read(file.FullName, out var problem);
        if (problem is not null && !StateFile.IsList(file.FullName))
        {
            findings.Add(file.FullName, "is no whole JSON document");
        }
        else if (file.Name == "format.json" && document is { } format && format.Number("version") < 1)
        {
            findings.Add(file.FullName, "tells no version");
        }
    }

    private static void CheckMode(string path, string right, Findings findings)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            {
                var mode = Convert.ToString((int)File.GetUnixFileMode(path), 8);
                findings.Add(path, $"has mode {mode}: chmod {right} it");
            }
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // Replaced or deleted since it was listed.
        }
    }
}
