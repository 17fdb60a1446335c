using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;

namespace Kobe.Desk.Tests.Brokers;

/// <summary>The paper broker in this process.</summary>
internal sealed class PaperScene : BrokerScene
{
    public PaperScene(PaperOptions options, DateTimeOffset? start = null)
        : base(options, start) => Broker = new PaperBroker(Exchange, Time);

    public override IBroker Broker { get; }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
