using Kobe.Control;
using Kobe.Core.Planning.Deciding;
using Kobe.Core.Queueing;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;
using Kobe.Hosting;

namespace Kobe.Brain;

/// <summary>All that the loop's steps share. Touched by the loop's thread alone.</summary>
internal sealed class BrainState(
    BrainSettings settings, Book book, Roster roster, IHandlerHost host, IAlerts alerts,
    Comparison<Waiter>? order = null, ITradingSwitch? files = null)
{
    private Func<ScheduledTask, bool>? _available;
    private DecisionContext? _context;

    public BrainSettings Settings { get; } = settings;

    public Book Book { get; } = book;

    public Ledger Ledger => Book.Ledger;

    public IHandlerHost Host { get; } = host;

    public IAlerts Alerts { get; } = alerts;

    /// <summary>The files that switch trading.</summary>
    public ITradingSwitch Switch { get; } = files ?? new NoSwitch();

    /// <summary>What they said last; stricter than the journal only until the journal has it.</summary>
    public TradingState FileTrading { get; set; }

    public RunQueue Queue { get; } = new(order ?? QueueOrder.Compare);

    public Roster Roster { get; private set; } = roster;

    /// <summary>What runs; null while the lane is free.</summary>
    public Lane? Lane { get; set; }

    /// <summary>The clocks as this turn began.</summary>
    public ClockReading Clock { get; set; }

    public DateTimeOffset Now => Clock.Wall;

    /// <summary>Turns so far.</summary>
    public long Cycles { get; set; }

    /// <summary>Why the loop is to end; null while it goes on.</summary>
    public string? Stopping { get; set; }

    /// <summary>When what runs is cancelled because the brain stops, by the monotonic clock.</summary>
    public TimeSpan? DrainMono { get; set; }

    /// <summary>Whether the start is still being prepared: what waits again is sorted out at its end.</summary>
    public bool IsStarting { get; set; }

    /// <summary>on_start rows of this boot that have not ended yet.</summary>
    public HashSet<OccurrenceKey> Opening { get; } = [];

    /// <summary>An on_start reconcile that has not succeeded yet blocks entries.</summary>
    public HashSet<OccurrenceKey> UnreconciledStarts { get; } = [];

    /// <summary>A fact, or a final state that others ask for, may have met what they wait for.</summary>
    public bool NeedsChanged { get; set; }

    /// <summary>What was forbidden may be allowed now.</summary>
    public bool GateChanged { get; set; }

    /// <summary>Whether anything of this boot ended Failed, Interrupted or Held.</summary>
    public bool AnythingFailed { get; set; }

    /// <summary>The last thing that went wrong with a run, newest first.</summary>
    public List<LastError> Errors { get; } = [];

    public string LastTask { get; set; } = "";

    /// <summary>What was found wrong with the accounting.</summary>
    public Breaches Breaches { get; } = new();

    /// <summary>Called when a runner is gone.</summary>
    public Action? RunnerGone { get; set; }

    public void Replace(Roster next)
    {
        Roster = next;
        next.InForce?.Invoke();
        _context = null;
    }

    /// <summary>What decisions may look at now.</summary>
    public DecisionContext Context()
    {
        var gate = Gate();
        if (_context is { } known && known.Now == Now && known.Gate == gate)
        {
            return known;
        }

        return _context = new(Now, Roster.Calendars, Ledger, gate, Settings.ForceRun, _available ??= IsAvailable);
    }

    /// <summary>What people, breakers, the clock and the start forbid now.</summary>
    public GateState Gate()
    {
        var controls = Ledger.Controls;
        controls = Settings.Mutations.HasFlag(Mutations.PauseForgotten) ? Mutated(controls) : controls;
        var pause = controls.PauseAt(Now);
        var blocked = Ledger.ClockBehind ? "clock: entries wait until it passes what was planned"
            : UnreconciledStarts.Count > 0 ? "reconcile at start has not succeeded"
            : null;
        var isStricter = FileTrading > controls.Trading;
        return new(pause is not null, pause?.All == true, isStricter ? FileTrading : controls.Trading,
            controls.ExitsApproved && !isStricter, blocked);
    }

    /// <summary>What the trading state blocks, until when.</summary>
    public string TradingWords() => ControlWords.OfTrading(
        Ledger.Controls.Trading, Ledger.Controls.ExitsApproved, Ledger.Controls.TradingSetBy, Zone);

    /// <summary>The zone in which people are told times.</summary>
    public TimeZoneInfo Zone => Roster.Calendars.Default.Calendar.Zone;

    /// <summary>What the end of an attempt is judged by.</summary>
    public EndSetting EndSettingOf(ScheduledTask task, Run run, RunResult result)
    {
        var mayRetry = result is RunResult.Failed or RunResult.Unknown
            && !Settings.Mutations.HasFlag(Mutations.RetryDisplaces);
        task = Settings.Mutations == Mutations.None ? task : Mutated(task);
        return new(task, Roster.CanReconcile(task), mayRetry ? NextSlots.After(this, task, run) : null, Now);
    }

    private Kobe.Core.Runs.Controls Mutated(Kobe.Core.Runs.Controls controls) =>
        controls.Pause?.At < Ledger.BootedAt || controls.TradingSetBy?.At < Ledger.BootedAt
            ? Kobe.Core.Runs.Controls.None
            : controls;

    private ScheduledTask Mutated(ScheduledTask task) =>
        Settings.Mutations.HasFlag(Mutations.BackoffUncapped) ? task with
        {
            Backoff = new(task.Backoff.Base, TimeSpan.FromDays(30)),
        }
        : Settings.Mutations.HasFlag(Mutations.BlindRerun) ? task with { OnUnknown = OnUnknown.Retry }
        : task;

    private bool IsAvailable(ScheduledTask task) => Roster.HandlerOf(task) is not null;
}
