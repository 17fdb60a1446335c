using Kobe.Hosting;
using Kobe.Simulation;

namespace Kobe.Benchmarks.Brains;

/// <summary>Answers every attempt with success after a virtual second, with the evidence of a usual one.</summary>
internal sealed class PromptHost(SimulatedClock clock, IHandlerListener listener) : IHandlerHost
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(1);

    private AttemptRequest? _running;
    private TimeSpan _endsAt;

    /// <summary>How long until what runs ends; a day when nothing does.</summary>
    public TimeSpan EndsIn => _running is null ? TimeSpan.FromDays(1) : _endsAt - clock.Mono;

    public void Start(AttemptRequest request) => (_running, _endsAt) = (request, clock.Mono + Duration);

    /// <summary>Ends what is due to end.</summary>
    public void Look()
    {
        if (_running is { } request && clock.Mono >= _endsAt)
        {
            _running = null;
            listener.Ended(new(request.Key, request.Start, AttemptOutcome.Succeeded)
            {
                Evidence = """{"counts":{"rows":1520}}""",
            });
        }
    }

    public void Cancel(int start)
    {
    }

    public void Kill(string reason)
    {
    }

    public void Dispose()
    {
    }
}
