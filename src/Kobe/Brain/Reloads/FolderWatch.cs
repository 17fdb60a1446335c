using Kobe.Logging;

namespace Kobe.Brain.Reloads;

/// <summary>Says when something in a folder has changed, at once and without looking.</summary>
/// <remarks>
/// A watch belongs to a folder and not to its name: when it is taken away and made again, as deploying does, the
/// watch is deaf. So the folder above is watched for the name, and the watch is set anew when it comes back.
/// </remarks>
internal sealed class FolderWatch : IDisposable
{
    private readonly Lock gate = new();
    private readonly string folder;
    private readonly Action changed;
    private readonly Log log;
    private readonly FileSystemWatcher? above;
    private FileSystemWatcher? within;
    private bool ended;

    /// <summary>Begins to watch; where that can't be, a line in the log says what to do instead.</summary>
    /// <param name="folder">The folder, with all below it; it may not be there yet.</param>
    /// <param name="changed">Called on a thread of the system's: it takes note and returns.</param>
    /// <param name="log">The log.</param>
    public FolderWatch(string folder, Action changed, Log log)
    {
        this.folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        this.changed = changed;
        this.log = log;
        above = Path.GetDirectoryName(this.folder) is { } parent && Directory.Exists(parent)
            ? Try(() => Above(parent)) : null;
        Set();
    }

    public void Dispose()
    {
        above?.Dispose();
        lock (gate)
        {
            ended = true;
            within?.Dispose();
            within = null;
        }
    }

    private FileSystemWatcher Above(string parent)
    {
        var watcher = new FileSystemWatcher(parent, Path.GetFileName(folder))
        {
            NotifyFilter = NotifyFilters.DirectoryName,
        };
        watcher.Created += (_, _) => Again();
        watcher.Renamed += (_, _) => Again();
        watcher.Deleted += (_, _) => Again();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Again()
    {
        Set();
        changed();
    }

    private void Set()
    {
        lock (gate)
        {
            within?.Dispose();
            within = ended || !Directory.Exists(folder) ? null : Try(Within);
        }
    }

    private FileSystemWatcher Within()
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => changed();
        watcher.Created += (_, _) => changed();
        watcher.Deleted += (_, _) => changed();
        watcher.Renamed += (_, _) => changed();

        // More came than the system kept, so something changed.
        watcher.Error += (_, _) => changed();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private FileSystemWatcher? Try(Func<FileSystemWatcher> watch)
    {
        try
        {
            return watch();
        }
        catch (Exception error) when (error is IOException or ArgumentException)
        {
            // Also a folder that went away while its watch was set: the one above says when it is back.
            log.Warning("reload", $"Changes in {folder} aren't noticed ({error.Message}): use kobe reload.");
            return null;
        }
    }
}
