using Kobe.Brain;
using Kobe.Hosting;
using Kobe.Simulation;

namespace Kobe.Tests.Brain;

/// <summary>A host whose handlers do what the test says, on simulated time.</summary>
internal sealed class ScriptedHost(SimulatedClock clock, Func<AttemptRequest, Script> act) : IHandlerHost
{
    private static readonly TimeSpan Reaping = TimeSpan.FromMilliseconds(2);
    private AttemptRequest? _running;
    private Script? _script;
    private AttemptOutcome _outcome;

    public Inbox? Inbox { get; set; }

    /// <summary>When what runs ends, by the monotonic clock.</summary>
    public TimeSpan? EndsAt { get; private set; }

    public List<string> Calls { get; } = [];

    public void Start(AttemptRequest request)
    {
        Assert.Null(_running);
        _running = request;
        _script = act(request);
        _outcome = _script.Outcome;
        EndsAt = _script.Seconds is { } seconds ? clock.Mono + TimeSpan.FromSeconds(seconds) : null;
        Calls.Add($"{(request.InDoubt is null ? "start" : "ask")} {request.Key} {request.Start}/{request.Attempt}");
    }

    public void Cancel(int start)
    {
        Calls.Add($"cancel {_running?.Key} {start}");
        if (_script is { HeedsToken: true })
        {
            EndAt(clock.Mono, AttemptOutcome.Cancelled);
        }
    }

    public void Kill(string reason)
    {
        Calls.Add($"kill {reason}");
        if (_running is not null)
        {
            EndAt(clock.Mono + Reaping, AttemptOutcome.Died);
        }
    }

    /// <summary>Posts the end of what runs when its time has come.</summary>
    public void Look()
    {
        if (_running is not { } request || _script is not { } script || !(EndsAt <= clock.Mono))
        {
            return;
        }

        _running = null;
        EndsAt = null;
        Inbox!.Ended(new AttemptResult(request.Key, request.Start, _outcome)
        {
            Error = script.Error, Reason = script.Reason, Until = script.Until, Answer = script.Answer,
            Facts = script.Facts,
        });
    }

    /// <summary>The brain is gone, and with it what it ran.</summary>
    public void Forget()
    {
        _running = null;
        EndsAt = null;
    }

    public void Dispose()
    {
    }

    private void EndAt(TimeSpan mono, AttemptOutcome outcome)
    {
        if (!(EndsAt < mono))
        {
            (EndsAt, _outcome) = (mono, outcome);
        }
    }
}
