using System.Runtime.CompilerServices;
using Kobe.Alerts;
using Kobe.Brain.Faults;
using Kobe.Brain.Reloads;
using Kobe.Catalogues;
using Kobe.CommandLine;
using Kobe.Config;
using Kobe.Control;
using Kobe.Core.Runs;
using Kobe.Files;
using Kobe.Hosting;
using Kobe.Hosting.Generations;
using Kobe.Journals;
using Kobe.Logging;
using Kobe.Markets;
using Kobe.Operation;
using Kobe.Schedules;
using Kobe.Telemetry;
using Kobe.Views;
using Kobe.Web;

namespace Kobe.Brain;

/// <summary>One life of the brain: validate, lock, recover, on_start, loop, and an orderly end.</summary>
internal sealed class BrainProcess(
    KobeConfig config, Secrets secrets, BrainFiles files, IReadOnlyDictionary<string, string> environment,
    TimeProvider time, Log log)
{
    private readonly Inbox _inbox = new();

    // What others than this brain will want; the loop does not wait for it.
    private Action _keep = () => { };

    private KeyAudit? _audit;

    /// <summary>Whether a bad schedule is no reason not to start: the last good one is put into force.</summary>
    public bool LastGood { get; init; }

    /// <summary>What falls due next, after one cycle; null when nothing does.</summary>
    public NextDue? Next { get; private set; }

    /// <summary>Runs until a signal, or for one cycle.</summary>
    /// <param name="once">One cycle: all that is due, then the end.</param>
    /// <param name="ended">Told of what ended, in order; for the table of outcomes.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserError">It can't start.</exception>
    public int Run(bool once, Action<RunEvent>? ended = null)
    {
        TestSwitches.Warn(environment, log);
        var crash = CrashPoints.Read(environment);
        var zones = new MachineZones();
        var settings = new ScheduleSettings(config.Zone, config.TimeoutMax, environment);

        // What needs no plugin is checked before anything is touched. Single instants that have passed are refused
        // here only if there is no journal yet, which could say that they passed while this schedule was in force.
        var mayHavePassed = Directory.Exists(files.Journal);
        var source = new ScheduleSource(files, LastGood, log);
        source.Load(zones, time.GetUtcNow(), settings, null, _ => { }, _ => mayHavePassed);
        OwnerDirectory.Close(files.State);
        using var theLock = Lock();
        StateFormat.Check(files.State);
        var stamp = PluginsStamp.Of(files.Plugins);
        var clean = new CleanListener(_inbox, log.Redaction);
        var listener = new TaskLines(crash is null ? clean : new CrashingListener(clean, crash), log);
        using var host = HandlerHosts.Start(config, secrets, files, listener, log);
        var opened = OpenJournal();
        using var journal = crash is null ? opened.Journal : new CrashingJournal(opened.Journal, crash);
        var offered = HandlerHosts.CatalogueOf(host);
        var catalogue = Awaited.AddTo(offered, config.AwaitedPlugins);
        var loaded = source.Load(
            zones, time.GetUtcNow(), settings, catalogue,
            warning => log.Warning("schedule", warning.ToString()),
            hash => opened.Ledger.Loads is [.., var last] && last.Hash == hash);
        var roster = new Roster(loaded.Schedule, loaded.Calendars, catalogue, time.GetUtcNow())
        {
            Degraded = source.Degraded,
        };
        var feed = new EventFeed();
        var metrics = new BrainMetrics();
        var book = new Book(journal, opened.Ledger, time) { Synced = metrics.Sync.Add };
        var announcer = new Announcer(log, feed, metrics, ended);
        book.Written = what => announcer.Note(book.Ledger.Seq, what);
        using var alerts = AlertSide.Make(config, secrets, files.State, time, log);
        var last = alerts.LastMoment(files.Journal);
        var lane = crash is null ? host : new CrashingHost(host, crash);
        var heard = new FeedAlerts(alerts.Alerts, feed, time);
        var state = new BrainState(Settings(once), book, roster, lane, heard,
            files: new TradingSwitch(files.State, config.Zone))
        {
            RunnerGone = metrics.CountRunnerGone,
        };
        var loop = new BrainLoop(state, StickingClock.Around(new MachineClock(time), environment), _inbox);
        if (!loop.Open())
        {
            announcer.Tell();
            log.Error("journal", $"The brain can't start: {book.Problem}");
            return ExitCode.Failed;
        }

        alerts.TellLost(last, roster.Schedule.Find, state.TradingWords);
        if (source.Degraded is { } degraded)
        {
            state.Alerts.Raise(AlertLevel.Critical, "SCHEDULE: " + degraded);
        }

        foreach (var text in PluginAlerts.Of(roster))
        {
            state.Alerts.Raise(AlertLevel.Warning, text);
        }

        var board = new BrainBoard(time);
        var pulse = new Pulse(board, Path.Combine(files.State, Pulse.FileName), config.Heartbeat, log);
        var views = new ViewWriter(files.State, board, log);
        var snapshots = new SnapshotMaker(board, time);
        var changes = new AlertWatch(state.Alerts, state.Zone);
        loop.Turned = _ =>
        {
            announcer.Tell();
            snapshots.Show(loop);
            changes.Look(state.Ledger.Controls, book.Problem);
        };
        loop.Turned(loop);
        pulse.Beat();
        _keep = () =>
        {
            CatalogueFile.Keep(files.State, stamp, offered);
            if (source.Keep(loaded, time.GetUtcNow()) is { } since)
            {
                _audit?.Unchanged(since);
            }
        };
        using var beating = new SteadyThread("kobe pulse", pulse.Beat, log);
        using var writing = new SteadyThread("kobe views", views.WriteChanged, log, ThreadNiceness.GiveWay);
        using var signals = new Signals(_inbox, log);
        using var switched = SwitchWatcher.Start(files.State, _inbox, log);
        alerts.Start();
        if (once)
        {
            return RunOnce(loop);
        }

        void Alert(AlertLevel level, string text) => _inbox.Post(new BrainMessage.Warn(level, text));
        var reloader = new Reloader(
            files, config, settings, zones, time, host as RunnerGenerations, source.Seen, loaded,
            () => state.Roster, Alert, log);
        var door = new ControlDoor(_inbox, time, () => reloader.Load(always: true)!);
        using var watch = new ReloadWatch(reloader, door, files, Alert, time, log);
        var context = new ContextFeed(board, feed);
        loop.Turned += _ => context.Look();
        return RunOn(
            loop, journal,
            new(
                files.State, board, new(board, pulse), door, feed, metrics,
                () => (heard.Standing.Sent, heard.Standing.Waiting), log),
            alerts);
    }

    private int RunOnce(BrainLoop loop)
    {
        _keep();
        var isAlive = Drive(loop);
        Next = loop.State.Roster.Timeline.Next(loop.State.Now) is { } next
            ? new(next.Key.ToString(), next.Task.Id, next.Due)
            : null;
        return isAlive && !loop.State.Book.IsBroken && !loop.AnythingFailed ? ExitCode.Fine : ExitCode.Failed;
    }

    private int RunOn(BrainLoop loop, IJournal journal, WebSubject brain, AlertSide alerts)
    {
        using var manager = new ServiceNotifier(environment, Environment.ProcessId, time);
        var keeper = new JournalKeeper(loop.State, journal, config.JournalDays, log);
        var audit = _audit = new KeyAudit(loop.State);
        loop.Turned += _ =>
        {
            audit.Look();
            manager.Turned();
            keeper.Look();
            alerts.Turned(loop.State.Ledger.Watermark, () => brain.Health.Judge().Status);
        };
        Leftovers.Watch(loop);
        using var web = BrainWeb.Start(config.Web, brain);
        using var pushed = config.Otlp is { } otlp ? Push(otlp, brain) : null;
        alerts.Listen(
            config.Alerts.Telegram,
            desk => new(
                files.State, config.Log.File is { } file ? Path.Combine(files.State, file) : null, brain.Board,
                brain.Health, () => loop.State.Roster, brain.Door, desk, log),
            time);
        new BrainFile(Environment.ProcessId, web.Urls[0], time.GetUtcNow()).Write(files.State);
        log.Info("brain", $"ready: {loop.State.Roster.Schedule.Tasks.Count} tasks, "
            + $"{loop.State.Roster.Catalogue.Handlers.Count} handlers, {web.Urls[0]}");
        manager.Ready("running");
        using var keeping = new KeepingThread(_keep);
        var isAlive = Drive(loop);
        manager.Stopping();
        BrainFile.Delete(files.State);
        if (isAlive && !loop.State.Book.IsBroken)
        {
            Keep(journal, loop.State.Ledger);
            return ExitCode.Fine;
        }

        if (isAlive)
        {
            log.Error("journal", $"The journal failed: {loop.State.Book.Problem} The brain ends; start it again.");
        }

        return ExitCode.Failed;
    }

    // Apart, so that a brain without a collector loads nothing of it.
#pragma warning disable CA1859 // The export's own type would be loaded with the caller, and its packages with it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IDisposable Push(OtlpConfig otlp, WebSubject brain) =>
        OtlpExport.Start(otlp, brain.Board, brain.Metrics, brain.Alerts, ProgramVersion.Text);
#pragma warning restore CA1859 // As above.

    // It only makes the next start faster.
    private void Keep(IJournal journal, Ledger ledger)
    {
        try
        {
            journal.Checkpoint(ledger);
        }
        catch (JournalWriteException error)
        {
            log.Warning("journal", $"No checkpoint was made: {error.Message}");
        }
    }

    // False: it died of a mistake of ours, and what it left is for the next start to judge.
    private bool Drive(BrainLoop loop)
    {
        var thread = new LoopThread(loop, _inbox);
        thread.Start();
        if (thread.Join() is not { } mistake)
        {
            return true;
        }

        log.Error("loop", "The loop died; the brain ends.", mistake);
        return false;
    }

    private SingleInstanceLock Lock()
    {
        try
        {
            return SingleInstanceLock.Take(files.State, Environment.ProcessId);
        }
        catch (StateInUseException inUse)
        {
            var who = inUse.Pid is { } pid ? $"process {pid}" : "another process";
            throw new UserError(
                $"{who} holds the state directory '{files.State}'. One brain runs at a time; stop that one first.",
                ExitCode.Refused);
        }
        catch (NotSupportedException network)
        {
            throw new UserError(network.Message);
        }
    }

    private OpenedJournal OpenJournal()
    {
        try
        {
            OwnerDirectory.Make(files.Journal);
            var opened = new FileJournalStore(new FileJournalMedium(files.Journal), JournalOptions.Default).Open();
            foreach (var note in opened.Notes)
            {
                log.Warning("journal", note);
            }

            return opened;
        }
        catch (JournalCorruptException corrupt)
        {
            throw new UserError([corrupt.Diagnostic.ToString()]);
        }
        catch (PosixException failed)
        {
            throw new UserError($"The journal in '{files.Journal}' can't be opened: {failed.Message}", ExitCode.Failed);
        }
    }

    private BrainSettings Settings(bool once) => new()
    {
        Version = ProgramVersion.Text,
        Pid = Environment.ProcessId,
        KillGrace = config.KillGrace,
        PreemptGrace = config.PreemptGrace,
        CaughtUpStartsPerMinute = config.CatchUpPerMinute,
        Drain = config.Drain,
        OnStart = config.OnStart,
        OnStartSkip = config.OnStartSkip,
        Once = once,
    };
}
