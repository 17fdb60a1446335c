using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>The loop's one turn: what time is it, what has arrived, what is due, what may start.</summary>
/// <remarks>
/// Synchronous and on one thread, so that the same code runs on the machine's clock and on a simulated one: a driver
/// calls <see cref="Turn"/>, then waits until <see cref="NextWake"/> or a message, whichever comes first.
/// </remarks>
internal sealed class BrainLoop
{
    private readonly IBrainClock _clock;
    private readonly Inbox _inbox;
    private readonly ClockWatch _watch = new();
    private readonly ClockNotes _notes;
    private readonly Reception _reception;
    private readonly Intake _intake;
    private readonly OpeningTime _opening;
    private readonly Dispatch _dispatch;
    private readonly Ending _ending;
    private readonly LaneWatch _lane;
    private readonly Fill _fill;
    private readonly StartUp _startUp;
    private readonly WakeTime _wake;
    private readonly SwitchWatch _switch;
    private bool _cyclePlanned;

    public BrainLoop(BrainState state, IBrainClock clock, Inbox inbox)
    {
        State = state;
        _clock = clock;
        _inbox = inbox;
        var facts = new FactShelf(state.Ledger);
        var idle = new IdleWork(state);
        _notes = new(state);
        _intake = new(state);
        _opening = new(state);
        _dispatch = new(state, facts, _opening);
        _ending = new(state, facts);
        _lane = new(state);
        _fill = new(state, _dispatch, idle, _lane, _ending);
        _switch = new(state);
        _reception = new(state, inbox, _ending, new Controls(state, _lane, new TradingControl(state, _switch),
            new ByHand(state), new Backfill(state), new OneOff(state), new Reloading(state, _intake, _notes)));
        _startUp = new(state, _ending, _notes);
        _wake = new(state, _lane, _dispatch, idle, _opening);
    }

    public BrainState State { get; }

    /// <summary>Whether the loop is over.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether anything of this boot ended Failed, Interrupted or Held.</summary>
    public bool AnythingFailed => State.AnythingFailed;

    /// <summary>Called at the end of each turn.</summary>
    public Action<BrainLoop>? Turned { get; set; }

    /// <summary>When somebody who looks at the loop wants it to turn again, by the monotonic clock; or null.</summary>
    public TimeSpan? TurnBy { get; set; }

    /// <summary>Recovers from what the journal says and opens.</summary>
    /// <returns>False when the journal refused: the brain must not start.</returns>
    public bool Open()
    {
        State.Clock = _clock.Read();
        _watch.Observe(State.Clock);
        _opening.Begin();
        State.FileTrading = State.Switch.Read().State;
        return _startUp.Run() && _switch.Look();
    }

    /// <summary>One turn.</summary>
    public void Turn()
    {
        State.Cycles++;
        State.Book.BeginTurn();
        State.Clock = _clock.Read();
        var clockIsNoted = _notes.Note(_watch.Observe(State.Clock));
        _ = _switch.Look();
        _reception.Receive();
        _ending.Write();
        _lane.Look();
        _opening.Look();
        if (!State.Book.IsBroken && clockIsNoted && Plan() && _dispatch.Expire())
        {
            State.Queue.AdvanceTo(State.Now);
            _dispatch.Release();
            if (State.Stopping is null && !_ending.IsPending && !_reception.IsBehind)
            {
                _fill.Look();
            }
        }

        if (State.Book.OwesSync && !State.Book.IsBroken)
        {
            State.Book.TrySync();
        }

        EndIfOver();
        Turned?.Invoke(this);
    }

    /// <summary>How long the driver may sleep when no message comes.</summary>
    public TimeSpan NextWake(bool bounded)
    {
        if (!_inbox.IsEmpty || IsOver)
        {
            return TimeSpan.Zero;
        }

        var sleep = _wake.From(bounded);
        return TurnBy - State.Clock.Mono is { } sooner && sooner < sleep
            ? sooner > TimeSpan.Zero ? sooner : TimeSpan.Zero
            : sleep;
    }

    /// <summary>When the driver must turn next, by the monotonic clock, when no message comes.</summary>
    public TimeSpan WakeAt => State.Clock.Mono + NextWake(bounded: true);

    /// <summary>How long it is until then by the clock as it stands now: the turn itself took time.</summary>
    /// <param name="wakeAt">By the monotonic clock.</param>
    public TimeSpan Until(TimeSpan wakeAt) => wakeAt - _clock.Read().Mono;

    private bool Plan()
    {
        // A single cycle plans once, when the on_start rows are through.
        if (State.Settings.Once && (_cyclePlanned || _opening.Until is not null))
        {
            return true;
        }

        if (!_intake.Plan(_notes.Unplanned, through: State.Settings.Once))
        {
            return false;
        }

        _notes.Planned();
        _cyclePlanned = true;
        return true;
    }

    private void EndIfOver()
    {
        if (State.Settings.Once && _cyclePlanned && _fill.CycleIsOver)
        {
            State.Stopping ??= "once";
        }

        // Nobody knows what a broken disk has: only the next start can find out. A single cycle waits for no disk.
        if (State.Book.IsBroken || (State.Settings.Once && State.Book.HasFailed))
        {
            State.AnythingFailed = true;
            IsOver = true;
        }
        else if (State.Stopping is not null && State.Lane is null)
        {
            State.Book.TryWrite(new RunEvent.Stopped(State.Now, State.Stopping));
            State.Book.TrySync();
            IsOver = true;
        }
        else if (State.Stopping is not null && _ending.IsPending && State.Clock.Mono >= State.DrainMono)
        {
            // The end can't be written: to the next start it is a run in doubt.
            IsOver = true;
        }
    }
}
