using Kobe.Brain;
using Kobe.Core.Runs;
using Kobe.Hosting;
using Kobe.Simulation.Faults;
using Kobe.Simulation.Laws;

namespace Kobe.Simulation;

/// <summary>A host whose handlers do what the seed draws, on simulated time.</summary>
internal sealed class SimulatedHost(
    SimulatedClock clock, Truth truth, Witness witness, Performer performer, CrashPoint crash, SimulatedFacts facts)
    : IHandlerHost
{
    private static readonly TimeSpan Reaping = TimeSpan.FromMilliseconds(2);

    private AttemptRequest? _request;
    private OccurrenceKey _key;
    private Performance _performance;
    private AttemptOutcome _outcome;
    private TimeSpan? _effectAt;
    private TimeSpan? _endsAt;

    /// <summary>Where results go.</summary>
    public IHandlerListener Listener { get; set; } = new Inbox();

    /// <summary>When something happens here next, by the monotonic clock.</summary>
    public TimeSpan? NextAt => _effectAt < _endsAt || _endsAt is null ? _effectAt ?? _endsAt : _endsAt;

    public void Start(AttemptRequest request)
    {
        crash.Pass("before call");
        var task = truth.Find(request.Task);
        if (_request is not null)
        {
            witness.Overlapped(_key, request.Key);
        }

        _request = request;
        _key = witness.InLane;
        if (request.InDoubt is null)
        {
            witness.Called(_key, request.Start);
            _performance = task is null
                ? new() { Outcome = AttemptOutcome.Succeeded, Duration = Reaping, EffectAfter = TimeSpan.Zero }
                : performer.Draw(task, truth.HandlerOf(task));
        }
        else
        {
            _performance = task is null ? new() { Duration = Reaping } : performer.DrawAnswer(task);
        }

        _outcome = _performance.Outcome;
        _effectAt = clock.Mono + _performance.EffectAfter;
        _endsAt = clock.Mono + _performance.Duration;
        crash.Pass("after call");
    }

    public void Cancel(int start)
    {
        if (_request is not null && _performance.HeedsAfter is { } after)
        {
            var at = clock.Mono + after;
            if (!(_endsAt < at))
            {
                // What has had its effect says so, what has not will not have it.
                _endsAt = at;
                _outcome = _performance.EffectAfter is not null && !(_effectAt > clock.Mono)
                    ? AttemptOutcome.Succeeded
                    : AttemptOutcome.Cancelled;
                _effectAt = null;
            }
        }
    }

    public void Kill(string reason)
    {
        var at = clock.Mono + Reaping;
        if (_request is not null && !(_endsAt < at))
        {
            _endsAt = at;
            _outcome = AttemptOutcome.Died;
            _effectAt = _effectAt < at ? _effectAt : null;
        }
    }

    /// <summary>Lets happen what is due: the effect, then the end.</summary>
    public void Look()
    {
        if (_effectAt <= clock.Mono)
        {
            _effectAt = null;
            witness.Effect(_key, truth.Find(_key.Task) is { } task && !facts.HeedsKey(task));
        }

        if (_endsAt <= clock.Mono && _request is { } request)
        {
            Forget();
            Listener.Ended(Result(request));
        }
    }

    /// <summary>The brain is gone, and with it what it ran.</summary>
    public void Forget()
    {
        _request = null;
        _effectAt = _endsAt = null;
    }

    public void Dispose()
    {
    }

    private AttemptResult Result(AttemptRequest request) => new(request.Key, request.Start, _outcome)
    {
        Error = _outcome switch
        {
            AttemptOutcome.Failed or AttemptOutcome.Fatal or AttemptOutcome.Unknown => "simulated failure",
            AttemptOutcome.Died => _performance.Error ?? "its process ended",
            _ => null,
        },
        Until = _outcome == AttemptOutcome.Snoozed ? clock.Wall + _performance.Snooze : null,
        Answer = _outcome != AttemptOutcome.Reconciled ? null
            : performer.CannotTell() ? Kobe.Contracts.ReconcileAnswer.Unknown
            : witness.EffectsOf(_key) > 0 ? Kobe.Contracts.ReconcileAnswer.Done
            : Kobe.Contracts.ReconcileAnswer.NotDone,
        Facts = _outcome == AttemptOutcome.Succeeded ? facts.Of(request.Task, clock.Wall) : SimulatedFacts.None,
    };
}
