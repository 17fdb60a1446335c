using Kobe.Brain;
using Kobe.Hosting;
using Kobe.Simulation;
using Kobe.Simulation.Laws;

namespace Kobe.Replay;

/// <summary>Runs attempts in the real runner at once, and lets the brain hear of their ends when the replay's clock
/// comes there.</summary>
/// <remarks>
/// While an attempt really runs the replay's clock stands. What it took by its own clock, and an assumed time for its
/// work, decide when it ends on the replay's clock; until then the brain plans, gives way and kills as ever.
/// </remarks>
internal sealed class ReplayHost(SimulatedClock clock, Inbox inbox, Witness witness, ReplayLimits limits)
    : IHandlerHost, IHandlerListener
{
    private readonly object _gate = new();
    private ReplayedAttempt? _attempt;
    private readonly List<RunnerChange> _changes = [];
    private readonly Dictionary<string, HandlerTime> _times = new(StringComparer.Ordinal);
    private AttemptResult? _real;
    private bool _isStopped;

    /// <summary>Where attempts really run.</summary>
    public IHandlerHost Runner { get; set; } = null!;

    /// <summary>Called before an attempt starts, on the loop's thread.</summary>
    public Action? Starting { get; set; }

    /// <summary>When the brain hears of an end, by the replay's monotonic clock; null: it must act first, or nothing
    /// runs.</summary>
    public TimeSpan? NextAt => _attempt?.EndsAt;

    /// <summary>How long each handler really took, the longest in all first.</summary>
    public IReadOnlyList<HandlerTime> Times => [.. _times.Values.OrderByDescending(time => time.Real)];

    public void Start(AttemptRequest request)
    {
        Starting?.Invoke();
        var key = witness.InLane;
        if (request.InDoubt is null)
        {
            witness.Called(key, request.Start);
        }

        var replayed = request with { Replay = new(clock.Wall, request.Deadline + limits.KillGrace) };
        lock (_gate)
        {
            _attempt = new(replayed, key, clock.Mono);
            _real = null;
        }

        Runner.Start(replayed);
    }

    public void Cancel(int start)
    {
        if (_attempt is { } attempt && attempt.Request.Start == start)
        {
            attempt.Cancel(clock.Mono);
        }
    }

    public void Kill(string reason) => _attempt?.Kill(clock.Mono);

    /// <summary>Waits until what was started has really ended, within its real limits.</summary>
    public void Await()
    {
        if (_attempt is not { Result: null } attempt)
        {
            return;
        }

        var began = TimeProvider.System.GetTimestamp();
        var limit = limits.RealFor(attempt.Request.Deadline - attempt.Request.Replay!.Now);
        var isCut = !WaitReal(limit);
        if (isCut)
        {
            Runner.Cancel(attempt.Request.Start);
            if (!WaitReal(limits.KillGrace))
            {
                Runner.Kill($"{attempt.Request.Key}: real time limit of {limit.TotalSeconds:0} s");
                WaitReal(null);
            }
        }

        var handler = attempt.Request.Handler;
        var known = _times.GetValueOrDefault(handler, new(handler, 0, TimeSpan.Zero));
        var real = known.Real + TimeProvider.System.GetElapsedTime(began);
        _times[handler] = known with { Calls = known.Calls + 1, Real = real };
        if (_real is { } result)
        {
            attempt.End(result, limits, isCut);
        }
    }

    /// <summary>Lets the brain hear of an end that is due.</summary>
    public void Look()
    {
        if (_attempt is not { Result: { } result } attempt || !(attempt.EndsAt <= clock.Mono))
        {
            return;
        }

        lock (_gate)
        {
            _attempt = null;
            _changes.ForEach(inbox.Changed);
            _changes.Clear();
        }

        if (result.Outcome == AttemptOutcome.Succeeded
            || (result.Answer == Contracts.ReconcileAnswer.Done && witness.EffectsOf(attempt.Key) == 0))
        {
            witness.Effect(attempt.Key, isDoubled: false);
        }

        inbox.Ended(result);
    }

    /// <summary>Lets the brain hear at once of what has ended.</summary>
    public void EndNow()
    {
        _attempt?.EndNow(clock.Mono);
        Look();
    }

    /// <summary>Somebody wants the replay to stop: what runs is not waited for any longer. From any thread.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
            Monitor.Pulse(_gate);
        }
    }

    public void Ended(AttemptResult result)
    {
        lock (_gate)
        {
            if (_attempt is { } attempt && attempt.Request.Key == result.Key && attempt.Request.Start == result.Start)
            {
                _real = result;
                Monitor.Pulse(_gate);
            }
        }
    }

    public void Said(HandlerReport report) => inbox.Said(report);

    // What became of a runner while an attempt runs is told with its end, at a time that the replay determines.
    public void Changed(RunnerChange change)
    {
        lock (_gate)
        {
            if (_attempt is not null)
            {
                _changes.Add(change);
                return;
            }
        }

        inbox.Changed(change);
    }

    public void Dispose() => Runner?.Dispose();

    private bool WaitReal(TimeSpan? limit)
    {
        var began = TimeProvider.System.GetTimestamp();
        lock (_gate)
        {
            while (_real is null && !_isStopped)
            {
                var left = limit - TimeProvider.System.GetElapsedTime(began) ?? Timeout.InfiniteTimeSpan;
                if (limit is not null && left <= TimeSpan.Zero)
                {
                    return false;
                }

                Monitor.Wait(_gate, left);
            }
        }

        return true;
    }
}
