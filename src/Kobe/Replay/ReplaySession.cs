using Kobe.Brain;
using Kobe.CommandLine;
using Kobe.Config;
using Kobe.Control;
using Kobe.Core.Catalogues;
using Kobe.Core.Runs;
using Kobe.Files;
using Kobe.Hosting;
using Kobe.Journals;
using Kobe.Logging;
using Kobe.Markets;
using Kobe.Operation;
using Kobe.Replay.Cards;
using Kobe.Replay.Desk;
using Kobe.Schedules;
using Kobe.Simulation;
using Kobe.Simulation.Laws;
using Kobe.Simulation.Reporting;

namespace Kobe.Replay;

/// <summary>One replay: the brain's own loop on a clock that jumps, its journal on the disk, real handlers in a real
/// runner.</summary>
internal sealed class ReplaySession(
    ReplayPlan plan, KobeConfig config, BrainFiles files, IReadOnlyDictionary<string, string> environment, Log log,
    SimulatedClock clock)
{
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private readonly DayCards _cards = new();
    private readonly DeskBook _desk = new(files.State, plan.Zone, config.Desk.Cash);
    private readonly DeskLaws _deskLaws = new();
    private ReplayDriver? _driver;

    /// <summary>Told of each event, after it was written.</summary>
    public Action<RunEvent>? Written { get; init; }

    /// <summary>Called after each turn of the loop.</summary>
    public Action? Turned { get; init; }

    /// <summary>What happens by script, in the order of its times.</summary>
    public IReadOnlyList<ScriptedAct> Acts { get; init; } = [];

    /// <summary>Told of each alert.</summary>
    public Action<AlertLevel, string>? Raised { get; init; }

    /// <summary>Told of each day that is over.</summary>
    public Action<DayCard>? DayEnded { get; init; }

    /// <summary>Runs it, or what is left of it.</summary>
    /// <exception cref="UserError">It can't start.</exception>
    public ReplayOutcome Run()
    {
        using var theLock = Lock();
        StateFormat.Check(files.State);
        OwnerDirectory.Make(files.Journal);
        var medium = new FileJournalMedium(files.Journal);
        var opened = Open(medium);
        using var journal = new WatchedJournal(opened.Journal);
        var from = Begin(opened.Ledger);
        clock.Step(from - clock.Wall);
        _desk.Open();
        foreach (var entry in opened.Ledger.Seq > 0 ? JournalReader.Read(medium, 1) : [])
        {
            _cards.Apply(entry.Event);
        }

        if (opened.Ledger is { StoppedInOrder: true, LastAt: { } last } && last >= plan.End - Instant)
        {
            return new(plan, files.State, _cards, new(), _desk, _deskLaws)
            {
                IsFinished = true, BeganAt = last, EndedAt = last, Elapsed = TimeSpan.Zero,
            };
        }

        return Run(opened.Ledger, journal, from);
    }

    /// <summary>Stops soon; the same call goes on later. From any thread.</summary>
    public void Stop() => _driver?.Stop();

    private ReplayOutcome Run(Ledger ledger, WatchedJournal journal, DateTimeOffset from)
    {
        var inbox = new Inbox();
        var loaded = Load(null, null);
        var assumed = AssumedHandlers.Of(loaded.Schedule);
        var scene = new Scene(clock, journal, new(new(loaded.Schedule, loaded.Calendars, assumed, plan.Begin)));
        using var order = new OrderLog();
        var witness = new Witness(scene, order, new Statistics(plan.Zone));
        using var host = new ReplayHost(clock, inbox, witness, plan.Limits);
        host.Runner = HandlerHosts.Start(
            config with { Desk = DeskOf(plan, config.Desk) }, Secrets.None, files,
            new TaskLines(new CleanListener(host, log.Redaction), log), log);
        var catalogue = Awaited.AddTo(HandlerHosts.CatalogueOf(host.Runner), config.AwaitedPlugins);
        loaded = Load(catalogue, loaded);
        var roster = new Roster(loaded.Schedule, loaded.Calendars, catalogue, plan.Begin);
        scene.Truth.Replace(roster, from);
        var alerts = new ReplayAlerts(witness, log) { Raised = Raised };
        var book = new Book(journal, ledger, TimeProvider.System)
        {
            Written = what =>
            {
                witness.Written(what);
                _cards.Apply(what);
                EventLog.Write(log, what);
                Written?.Invoke(what);
            },
        };
        var state = new BrainState(
            Settings(), book, roster, host, alerts, files: new TradingSwitch(files.State, config.Zone));
        scene.Loop = new BrainLoop(state, clock, inbox);
        if (ledger.Watermark is null)
        {
            // What falls due in the very first instant is due, too.
            book.TryWrite(new RunEvent.Planned(from, from - Instant));
        }

        witness.Resumed(ledger);
        witness.Booted();
        var began = TimeProvider.System.GetTimestamp();
        if (!scene.Loop.Open())
        {
            throw new UserError($"The replay can't start: {book.Problem}", ExitCode.Failed);
        }

        host.Starting = new ReplayViews(
            scene.Loop, files.State, new ReplayTime(clock), config.Heartbeat, log).Look;
        _driver = new(plan, scene, host, inbox, witness)
        {
            Turned = Turned,
            Acts = Acts,
            DayEnded = date =>
            {
                journal.Checkpoint(ledger);
                _desk.Close(date);
                DayEnded?.Invoke(_cards.Of(date));
            },
        };
        var isFinished = _driver.Run();
        foreach (var day in _desk.Days)
        {
            _deskLaws.Look(day, _cards, roster);
        }

        return book.IsBroken
            ? throw new UserError($"The replay's journal failed: {book.Problem}", ExitCode.Failed)
            : new(plan, files.State, _cards, witness.Counts, _desk, _deskLaws)
            {
                IsFinished = isFinished,
                BeganAt = from,
                EndedAt = clock.Wall,
                Elapsed = TimeProvider.System.GetElapsedTime(began),
                Times = host.Times,
                Alerts = alerts.Count,
            };
    }

    // Nothing but made-up money, whatever the owner trades with.
    private static DeskConfig DeskOf(ReplayPlan plan, DeskConfig desk) => desk with
    {
        Mode = "paper", Source = plan.Bars ?? "synthetic", Seed = plan.Seed, IsTrial = plan.IsTrial,
    };

    // A killed one goes on at the last instant that its journal knows.
    private DateTimeOffset Begin(Ledger ledger) => ledger.LastAt is not { } last ? plan.Begin
        : ledger.WatermarkHigh is { } watermark && watermark > last ? watermark
        : last;

    // Without a catalogue it is what needs no plugin that is checked; with one, what was read before is checked again.
    private LoadedSchedule Load(Catalogue? catalogue, LoadedSchedule? before)
    {
        var settings = new ScheduleSettings(config.Zone, config.TimeoutMax, environment);

        // Single instants that have passed by now may lie before the replayed days: that is no mistake.
        return ScheduleLoader.Load(
            before?.Files ?? ScheduleFiles.Read(files.Schedule), new MachineZones(), plan.Begin, settings, catalogue,
            warning => log.Warning("schedule", warning.ToString()), _ => true, before);
    }

    private SingleInstanceLock Lock()
    {
        try
        {
            return SingleInstanceLock.Take(files.State, Environment.ProcessId);
        }
        catch (StateInUseException inUse)
        {
            throw new UserError($"{inUse.Message} Wait for it, or name another folder.", ExitCode.Refused);
        }
        catch (NotSupportedException network)
        {
            throw new UserError(network.Message);
        }
    }

    private static OpenedJournal Open(FileJournalMedium medium)
    {
        try
        {
            return new FileJournalStore(medium, JournalOptions.Default).Open();
        }
        catch (JournalCorruptException corrupt)
        {
            throw new UserError([corrupt.Diagnostic.ToString()]);
        }
        catch (PosixException failed)
        {
            throw new UserError($"The journal in '{medium.Name}' can't be opened: {failed.Message}", ExitCode.Failed);
        }
    }

    private BrainSettings Settings() => new()
    {
        Version = ProgramVersion.Text,
        Pid = Environment.ProcessId,
        KillGrace = config.KillGrace,
        PreemptGrace = config.PreemptGrace,
        CaughtUpStartsPerMinute = config.CatchUpPerMinute,
        OnStart = config.OnStart,
        OnStartSkip = config.OnStartSkip,
    };
}
