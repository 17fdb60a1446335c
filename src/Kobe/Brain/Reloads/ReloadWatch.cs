using Kobe.Control;
using Kobe.Core.Runs;
using Kobe.Files;
using Kobe.Logging;

namespace Kobe.Brain.Reloads;

/// <summary>Puts changed files into force without being asked: schedule, calendars, plugins.</summary>
internal sealed class ReloadWatch : IDisposable
{
    private const string Actor = "files";

    private readonly Reloader reloader;
    private readonly ControlDoor door;
    private readonly Action<AlertLevel, string> alert;
    private readonly Log log;
    private readonly Quiet quiet;
    private readonly FolderWatch schedule;
    private readonly FolderWatch plugins;

    /// <summary>Begins to watch.</summary>
    public ReloadWatch(
        Reloader reloader, ControlDoor door, BrainFiles files, Action<AlertLevel, string> alert, TimeProvider time,
        Log log)
    {
        this.reloader = reloader;
        this.door = door;
        this.alert = alert;
        this.log = log;
        quiet = new(Look, time);
        schedule = new(files.Schedule, quiet.Touch, log);
        plugins = new(files.Plugins, quiet.Touch, log);

        // What changed between the start and now was seen by nobody.
        quiet.Touch();
    }

    public void Dispose()
    {
        schedule.Dispose();
        plugins.Dispose();
        quiet.Dispose();
    }

    private void Look()
    {
        try
        {
            if (reloader.Load(always: false) is { } roster)
            {
                var request = new ControlRequest(ControlVerb.Reload, "", Actor, "changed files") { Roster = roster };
                log.Info("reload", door.Ask(request).GetAwaiter().GetResult().Words);
            }
        }
        catch (UserError wrong)
        {
            var lines = wrong.Message.Split('\n');
            alert(AlertLevel.Critical, $"SCHEDULE: the new one is refused whole, the one in force goes on: {lines[0]}"
                + (lines.Length > 1 ? $" ({lines.Length - 1} more; kobe check shows all)" : ""));
        }
        catch (Exception mistake) when (mistake is not OutOfMemoryException)
        {
            // The thread goes on: the next change is another try.
            log.Error("reload", "Changed files couldn't be put into force.", mistake);
        }
    }
}
