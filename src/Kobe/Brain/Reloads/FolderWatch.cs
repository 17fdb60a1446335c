using Kobe.Logging;

namespace Kobe.Brain.Reloads;

/// <summary>Says when something in a folder has changed, at once and without looking.</summary>
internal sealed class FolderWatch : IDisposable
{
    private readonly FileSystemWatcher? watcher;

    /// <summary>Begins to watch; where that can't be, a line in the log says what to do instead.</summary>
    /// <param name="folder">The folder, with all below it.</param>
    /// <param name="changed">Called on a thread of the system's: it takes note and returns.</param>
    /// <param name="log">The log.</param>
    public FolderWatch(string folder, Action changed, Log log)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        try
        {
            watcher = new(Path.GetFullPath(folder)) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => changed();
            watcher.Created += (_, _) => changed();
            watcher.Deleted += (_, _) => changed();
            watcher.Renamed += (_, _) => changed();

            // More came than the system kept, so something changed.
            watcher.Error += (_, _) => changed();
            watcher.EnableRaisingEvents = true;
        }
        catch (IOException error)
        {
            watcher?.Dispose();
            watcher = null;
            log.Warning("reload", $"Changes in {folder} aren't noticed ({error.Message}): use kobe reload.");
        }
    }

    public void Dispose() => watcher?.Dispose();
}
