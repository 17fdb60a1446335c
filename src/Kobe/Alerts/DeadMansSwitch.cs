using Kobe.Alerts.Channels;
using Kobe.Core.Health;
using Kobe.Logging;

namespace Kobe.Alerts;

/// <summary>Calls an address outside of this machine while work moves; when the calls stop, somebody there tells the
/// owner.</summary>
/// <remarks>
/// It is the loop that asks for a call, and only once planning has moved on since the last one: a process that lives
/// and does nothing must not look alive.
/// </remarks>
internal sealed class DeadMansSwitch : IDisposable
{
    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(1);

    private readonly Uri _url;
    private readonly TimeSpan _every;
    private readonly OutboundCalls _calls;
    private readonly TimeProvider _time;
    private readonly Log _log;
    private readonly CancellationTokenSource _end = new();
    private DateTimeOffset? _seen;
    private long? _called;
    private Task _calling = Task.CompletedTask;
    private bool _failing;

    /// <summary>A switch at an address, which is a secret.</summary>
    public DeadMansSwitch(Uri url, TimeSpan every, OutboundCalls calls, TimeProvider time, Log log) =>
        (_url, _every, _calls, _time, _log) = (url, every, calls, time, log);

    /// <summary>The loop has turned: calls, if it is time and work has moved. Returns at once.</summary>
    /// <param name="watermark">Up to where everything due is decided.</param>
    /// <param name="health">How the brain does; asked only when it is time.</param>
    public void Turned(DateTimeOffset? watermark, Func<HealthStatus> health)
    {
        var isTime = _called is not { } called || _time.GetElapsedTime(called) >= _every;
        if (!isTime || watermark is null || watermark == _seen || !_calling.IsCompleted
            || health() == HealthStatus.Unhealthy)
        {
            return;
        }

        _seen = watermark;
        _called = _time.GetTimestamp();
        _calling = Task.Run(Call);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        if (_calling.Wait(EndMax))
        {
            _calls.Dispose();
            _end.Dispose();
        }
    }

    private async Task Call()
    {
        try
        {
            var answer = await _calls
                .Call(() => new(HttpMethod.Get, _url), OutboundCalls.Limit, _end.Token).ConfigureAwait(false);
            if (answer.IsFine == _failing)
            {
                _failing = !answer.IsFine;
                _log.Warning("alert", answer.IsFine
                    ? "The dead-man's switch answers again."
                    : $"The dead-man's switch does not answer: {answer.Failure ?? $"status {answer.Status}."}");
            }
        }
        catch (OperationCanceledException)
        {
            // The brain ends.
        }
    }
}
