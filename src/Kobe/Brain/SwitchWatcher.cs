using Kobe.Control;
using Kobe.Logging;

namespace Kobe.Brain;

/// <summary>Wakes the loop when a file that switches trading is put there, changed or taken away.</summary>
/// <remarks>Only so that it is seen at once: the loop looks by itself in every turn.</remarks>
internal sealed class SwitchWatcher : IDisposable
{
    private readonly FileSystemWatcher _watcher;

    private SwitchWatcher(FileSystemWatcher watcher) => _watcher = watcher;

    /// <summary>Watches; null when the machine has no watches left.</summary>
    public static SwitchWatcher? Start(string state, Inbox inbox, Log log)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new(Path.GetFullPath(state)) { NotifyFilter = NotifyFilters.FileName };
            watcher.Filters.Add(TradingSwitch.KillFile);
            watcher.Filters.Add(TradingSwitch.RecordFile);
            watcher.Created += (_, _) => inbox.Post(new BrainMessage.SwitchTouched());
            watcher.Renamed += (_, _) => inbox.Post(new BrainMessage.SwitchTouched());
            watcher.EnableRaisingEvents = true;
            return new(watcher);
        }
        catch (IOException error)
        {
            watcher?.Dispose();
            log.Warning("control", $"{TradingSwitch.KillFile} is seen up to a second late: {error.Message}");
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _watcher.Dispose();
}
