using Kobe.Alerts;

namespace Kobe.Tests.Alerts;

/// <summary>A channel that answers as the test says, and keeps what arrived.</summary>
internal sealed class ScriptedChannel(ChannelRules rules) : IAlertChannel
{
    public ChannelRules Rules => rules;

    public List<AlertMessage> Arrived { get; } = [];

    public int Calls { get; private set; }

    /// <summary>What the next calls bring; all arrive when nothing is left.</summary>
    public Func<SendResult> Act { get; set; } = () => new SendResult.Sent();

    public Task<SendResult> Send(AlertMessage message, CancellationToken cancellation)
    {
        Calls++;
        var result = Act();
        if (result is SendResult.Sent)
        {
            Arrived.Add(message);
        }

        return Task.FromResult(result);
    }

    public void Dispose()
    {
    }
}
