using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>The loop's one turn: what time is it, what has arrived, what is due, what may start.</summary>
/// <remarks>
/// Synchronous and on one thread, so that the same code runs on the machine's clock and on a simulated one: a driver
/// calls <see cref="Turn"/>, then waits until <see cref="NextWake"/> or a message, whichever comes first.
/// </remarks>
internal sealed class BrainLoop
{
    // A controlled pace: the clock is read again at least this often (semantics, "Clock").
    private static readonly TimeSpan SleepMax = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BackMin = TimeSpan.FromMinutes(1);

    private readonly IBrainClock _clock;
    private readonly Inbox _inbox;
    private readonly ClockWatch _watch = new();
    private readonly FactShelf _facts;
    private readonly Intake _intake;
    private readonly Dispatch _dispatch;
    private readonly Ending _ending;
    private readonly LaneWatch _lane;
    private readonly IdleWork _idle;
    private readonly Controls _controls;
    private readonly StartUp _startUp;
    private TimeSpan? _openingUntil;
    private bool _needsChanged;
    private bool _gateChanged;

    public BrainLoop(BrainState state, IBrainClock clock, Inbox inbox)
    {
        State = state;
        _clock = clock;
        _inbox = inbox;
        _facts = new(state.Ledger);
        _intake = new(state);
        _dispatch = new(state, _facts);
        _ending = new(state, _facts);
        _lane = new(state);
        _idle = new(state);
        _controls = new(state, _lane);
        _startUp = new(state, _ending);
    }

    public BrainState State { get; }

    /// <summary>Whether the loop is over.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether anything of this boot ended Failed, Interrupted or Held.</summary>
    public bool AnythingFailed { get; private set; }

    /// <summary>Called at the end of each turn.</summary>
    public Action<BrainLoop>? Turned { get; set; }

    /// <summary>Recovers from what the journal says and opens.</summary>
    /// <returns>False when the journal refused: the brain must not start.</returns>
    public bool Open()
    {
        State.Clock = _clock.Read();
        _watch.Observe(State.Clock);
        _openingUntil = State.Clock.Mono + State.Settings.OnStartLimit;
        return _startUp.Run();
    }

    /// <summary>One turn.</summary>
    public void Turn()
    {
        State.Cycles++;
        State.Clock = _clock.Read();
        var jump = Noted(_watch.Observe(State.Clock));
        Receive();
        _ending.Write();
        _lane.Look();
        if (State.Book.IsBroken)
        {
            IsOver = true;
        }
        else if (_intake.Plan(jump) && _dispatch.Expire())
        {
            CloseOpening();
            State.Queue.AdvanceTo(State.Now);
            _dispatch.Release(_needsChanged, _gateChanged);
            _needsChanged = _gateChanged = false;
            Fill();
        }

        if (State.Stopping is not null && State.Lane is null && !IsOver)
        {
            State.Book.TryWrite(new RunEvent.Stopped(State.Now, State.Stopping));
            State.Book.TrySync();
            IsOver = true;
        }

        Turned?.Invoke(this);
    }

    /// <summary>How long the driver may sleep when no message comes.</summary>
    public TimeSpan NextWake(bool bounded)
    {
        if (!_inbox.IsEmpty)
        {
            return TimeSpan.Zero;
        }

        var sleep = bounded ? SleepMax : TimeSpan.FromDays(1);
        Sooner(NextInstant() - State.Now);
        Sooner(_lane.NextMono() - State.Clock.Mono);
        Sooner(_dispatch.LimitFreeAt - State.Clock.Mono);
        Sooner(State.Opening.Count > 0 ? _openingUntil - State.Clock.Mono : null);
        return sleep > TimeSpan.Zero ? sleep : TimeSpan.Zero;

        void Sooner(TimeSpan? other) => sleep = other < sleep ? other.Value : sleep;
    }

    /// <summary>How long the driver may still sleep by the clock as it stands now.</summary>
    public TimeSpan Remaining()
    {
        var before = State.Clock;
        var slept = _clock.Read().Mono - before.Mono;
        var left = NextWake(bounded: true) - slept;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private DateTimeOffset? NextInstant()
    {
        var next = State.Queue.NextChange();
        if (State.Ledger.Watermark is { } watermark)
        {
            next = Earlier(next, State.Roster.Timeline.Next(watermark)?.Due);
        }

        next = Earlier(next, State.Ledger.Controls.PauseAt(State.Now)?.Until);
        if (State.Lane is null && State.Stopping is null && State.Roster.Whenever.Count > 0)
        {
            next = Earlier(Earlier(next, _idle.NextFree), NextBoundary());
        }

        return next;
    }

    // Filters change with the phase, and with it what an idle lane may take up.
    private DateTimeOffset NextBoundary()
    {
        var day = State.Roster.Calendars.Default.DayAt(State.Now);
        return day.SpanAt(State.Now).End;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset? right) =>
        left is null || right < left ? right ?? left : left;

    private ClockJump? Noted(ClockJump? jump)
    {
        if (jump is not { } step)
        {
            return null;
        }

        var isBack = step.Kind == ClockStep.Back;
        if (isBack && (step.By <= BackMin || !(State.Now < State.Ledger.Watermark)))
        {
            return null;
        }

        State.Book.TryWrite(new RunEvent.ClockStepped(
            State.Now, step.Kind, step.By, State.Ledger.Epoch + (isBack ? 1 : 0)));
        State.Alerts.Raise(isBack ? AlertLevel.Critical : AlertLevel.Warning, step.Kind switch
        {
            ClockStep.Back => $"CLOCK: set back by {AlertText.Span(step.By)}; entries wait until it has caught up",
            ClockStep.Forward => $"CLOCK: set forward by {AlertText.Span(step.By)}",
            _ => $"SUSPEND: the machine slept for {AlertText.Span(step.By)}",
        });
        _gateChanged = true;
        return jump;
    }

    private void Receive()
    {
        while (!_ending.IsPending && _inbox.TryTake(out var message))
        {
            switch (message)
            {
                case BrainMessage.Ended ended:
                    var before = State.Lane;
                    _ending.Take(ended.Result);
                    _needsChanged |= State.Lane != before;
                    AnythingFailed |= before is not null && State.Lane is null && Failed(before.Run);
                    break;
                case BrainMessage.Changed changed:
                    _controls.Apply(changed.Change);
                    break;
                case BrainMessage.Steer steer:
                    _controls.Apply(steer);
                    _gateChanged = true;
                    break;
                case BrainMessage.Reload reload:
                    _controls.Apply(reload, _intake);
                    break;
                case BrainMessage.Stop stop:
                    Stop(stop.Reason);
                    break;
                default:
                    break;
            }
        }
    }

    private static bool Failed(Run run) =>
        run.State == RunState.Held
        || (run.State == RunState.Final && run.Final is FinalState.Failed or FinalState.Interrupted);

    private void Stop(string reason)
    {
        // A second signal skips the wait.
        State.DrainMono = State.Stopping is null ? State.Clock.Mono + State.Settings.Drain : State.Clock.Mono;
        State.Stopping ??= reason;
    }

    // on_start rows have a minute together; what has not started by then does not.
    private void CloseOpening()
    {
        if (State.Opening.Count == 0)
        {
            _gateChanged |= _openingUntil is not null;
            _openingUntil = null;
            return;
        }

        if (State.Clock.Mono < _openingUntil)
        {
            return;
        }

        foreach (var waiter in State.Queue.InOrder().Where(waiter => State.Opening.Contains(waiter.Key)))
        {
            if (State.UnreconciledStarts.Contains(waiter.Key))
            {
                State.Opening.Remove(waiter.Key);
            }
            else
            {
                Waiting.Close(State, waiter, FinalState.Skipped, "on_start rows had no time left");
            }
        }

        State.Opening.Clear();
    }

    private void Fill()
    {
        if (State.Lane is not null)
        {
            if (State.Lane.Task.Priority > 1 && _dispatch.First() is { Priority: 1 })
            {
                _lane.GiveWay();
            }

            return;
        }

        if (State.Stopping is not null || _ending.IsPending)
        {
            return;
        }

        // In doubt first: nothing new starts before it is known what became of it.
        if (NextQuestion() is { } question)
        {
            _dispatch.Ask(question, State.Roster.Find(question.Key.Task)!);
            return;
        }

        var next = _dispatch.First() ?? _idle.Pick(State.Roster.Timeline.Next(State.Now)?.Due);
        if (next is not null)
        {
            _dispatch.Start(next);
        }
    }

    private Run? NextQuestion()
    {
        foreach (var run in State.Ledger.Reconciling())
        {
            if (State.Roster.Find(run.Key.Task) is { } task && State.Roster.CanReconcile(task)
                && State.Context().Available(task.Run))
            {
                return run;
            }
        }

        return null;
    }
}
