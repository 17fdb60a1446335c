using Kobe.Brain;
using Kobe.Control;
using Kobe.Core.Runs;
using Kobe.Journals;
using Kobe.Simulation.Faults;
using Kobe.Simulation.Laws;

namespace Kobe.Simulation;

/// <summary>The brain's lives, one after the other, on one journal: starts, turns, crashes, restarts.</summary>
internal sealed class Lives(
    SimulationPlan plan, Scene scene, ISimulatedStore store, Witness witness, SimulatedHost host, CrashPoint crash,
    Dice dice, OrderLog log)
{
    private static readonly TimeSpan DownMin = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DownMax = TimeSpan.FromHours(6);

    // A brain that can't start is tried again by its supervisor.
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(10);

    private IJournal? _journal;
    private Inbox _inbox = new();
    private Ledger? _killed;
    private TimeSpan _startAt;
    private TimeSpan _wakeAt;

    /// <summary>The schedule on disk, which the next start reads.</summary>
    public Roster OnDisk { get; set; } = plan.Roster;

    public SimulatedHost Host => host;

    /// <summary>The journal's place.</summary>
    public ISimulatedStore Store => store;

    public bool IsAlive { get; private set; }

    public int Boots { get; private set; }

    /// <summary>Whether no start can succeed any more.</summary>
    public bool IsRuined { get; private set; }

    /// <summary>When the brain or its host has something to do, by the monotonic clock.</summary>
    public TimeSpan NextAt
    {
        get
        {
            var next = !IsAlive ? _startAt : _inbox.IsEmpty ? _wakeAt : scene.Clock.Mono;
            return host.NextAt is { } there && there < next ? there : next;
        }
    }

    /// <summary>Whether a turn now would find nothing to do and leave no trace: an effect is not the brain's to see.
    /// </summary>
    public bool Sleeps
    {
        get
        {
            var state = scene.State;
            return _inbox.IsEmpty && scene.Clock.Mono < _wakeAt && state.Lane is { HasEnded: false }
                && state.Queue.Count == 0 && !state.Book.HasFailed && !state.Ledger.ClockBehind
                && scene.Clock.Wall - state.Ledger.Watermark < Intake.PlannedEvery;
        }
    }

    /// <summary>Starts the brain when it is time.</summary>
    public void Look()
    {
        if (!IsAlive && scene.Clock.Mono >= _startAt)
        {
            Guarded(static lives => lives.Start());
        }
    }

    public void Post(BrainMessage message) => _inbox.Post(message);

    /// <summary>A person asks for something.</summary>
    public void Ask(ControlRequest request) => Post(new BrainMessage.Ask(request));

    /// <summary>A person uses a control.</summary>
    public void Steer(ControlVerb verb, string subject = "", DateTimeOffset? until = null)
    {
        Ask(new(verb, subject, "ann", "simulated") { Until = until });
        if (verb == ControlVerb.Reduce && (scene.ControlsAsked ?? scene.Controls).Trading == TradingState.HALTED)
        {
            return; // Refused: it would loosen.
        }

        var control = new RunEvent.Control(scene.Clock.Wall, verb, subject, "ann", "simulated", until);
        scene.ControlsAsked = (scene.ControlsAsked ?? scene.Controls).With(control);
    }

    public void Turn() => Guarded(static lives => lives.TurnOnce());

    /// <summary>The brain ends without a chance to do anything.</summary>
    /// <param name="losesPower">Whether what is not durable may be lost.</param>
    public void Crash(bool losesPower)
    {
        log.Add(losesPower ? 'P' : 'K', scene.Clock.Wall, "crash");
        if (losesPower)
        {
            store.CutPower(dice);
        }
        else
        {
            store.Kill();
        }

        End();
    }

    /// <summary>Keeps the ledger as it stands, and drops the events behind it.</summary>
    public void Checkpoint()
    {
        if (_journal is not null && store.Unsynced == 0)
        {
            _journal.Checkpoint(scene.State.Ledger);
            _journal.Compact(scene.State.Ledger, DateOnly.FromDateTime(scene.State.Now.UtcDateTime).AddDays(1));
        }
    }

    private void Guarded(Action<Lives> step)
    {
        try
        {
            step(this);
        }
        catch (SimulatedCrash)
        {
            Crash(losesPower: dice.Chance(0.5));
        }
        catch (Exception failure) when (failure is LedgerException or InvalidOperationException or KeyNotFoundException
            or ArgumentException or ArithmeticException or FormatException)
        {
            witness.Counts.Break(Law.AccountHolds, scene.Clock.Wall, "The loop died: " + failure.Message);
            Crash(losesPower: false);
        }
    }

    private void Start()
    {
        try
        {
            Boot(store.Open());
        }
        catch (JournalWriteException)
        {
            _startAt = scene.Clock.Mono + TryAgain;
        }
        catch (JournalCorruptException damaged)
        {
            witness.Counts.Break(Law.JournalIsTruth, scene.Clock.Wall, damaged.Message);
            IsRuined = true;
        }
    }

    private void Boot(OpenedJournal opened)
    {
        Boots++;
        CheckFold(opened.Ledger);
        _journal = opened.Journal;
        _inbox = new();
        host.Listener = _inbox;
        var book = new Book(
            new CrashingJournal(plan.Seams.Journal(opened.Journal), crash), opened.Ledger, new StoppedWatch())
        {
            Written = witness.Written,
        };
        if (opened.Ledger.Loads is [.., var load])
        {
            scene.Truth.TakeBack(load.Hash);
        }

        scene.Truth.Replace(OnDisk, opened.Ledger.WatermarkHigh ?? scene.Clock.Wall);
        var settings = new BrainSettings { Version = "simulated", Pid = 1, Mutations = plan.Seams.Mutations };
        var state = new BrainState(
            settings, book, plan.Seams.Roster(OnDisk), plan.Seams.Host(host), plan.Seams.Alerts(witness),
            plan.Seams.Order);
        scene.Loop = new BrainLoop(state, scene.Clock, _inbox);
        if (scene.ControlsAsked is not null)
        {
            // Whether the last life took what was asked only the journal knows.
            scene.Controls = opened.Ledger.Controls;
            scene.ControlsAsked = null;
        }

        IsAlive = true;
        witness.Booted();
        scene.QuietSince = scene.Clock.Mono;
        if (!scene.Loop.Open())
        {
            Crash(losesPower: false);
            _startAt = scene.Clock.Mono + TryAgain;
            return;
        }

        _wakeAt = scene.Clock.Mono + scene.Loop.NextWake(bounded: false);
    }

    private void TurnOnce()
    {
        scene.Loop.Turn();
        witness.Turned();
        var state = scene.State;
        if (state.Book.HasFailed || state.Opening.Count > 0 || state.UnreconciledStarts.Count > 0
            || state.Gate() != default)
        {
            scene.QuietSince = scene.Clock.Mono;
        }

        if (scene.ControlsAsked is { } taken && !state.Book.HasFailed)
        {
            scene.Controls = taken;
            scene.ControlsAsked = null;
        }

        if (!ReferenceEquals(scene.Truth.Now, OnDisk) && ReferenceEquals(state.Roster.Schedule, OnDisk.Schedule))
        {
            scene.Truth.Replace(OnDisk, state.Ledger.WatermarkHigh ?? state.Now);
        }

        if (scene.Loop.IsOver)
        {
            log.Add('S', scene.Clock.Wall, "over");
            _journal?.Dispose();
            store.Kill();
            End();
            return;
        }

        _wakeAt = scene.Clock.Mono + scene.Loop.NextWake(bounded: false);
    }

    private void End()
    {
        var live = scene.State.Ledger;
        var lost = (int)(live.Seq - store.LastSeq(live.Seq));
        _killed = lost == 0 ? live : null;
        IsAlive = false;
        crash.Disarm();
        host.Forget();
        witness.Crashed(lost);
        _journal?.Dispose();
        _journal = null;
        _startAt = scene.Clock.Mono + dice.Spread(DownMin, DownMax);
    }

    // The journal folds to what the brain knew when it was killed.
    private void CheckFold(Ledger folded)
    {
        if (_killed is { } live && live.Seq == folded.Seq)
        {
            if (live.SameAs(folded))
            {
                witness.Counts.Held(Law.JournalIsTruth);
            }
            else
            {
                witness.Counts.Break(Law.JournalIsTruth, scene.Clock.Wall, "The journal does not fold to the ledger.");
            }
        }

        _killed = null;
    }
}
