using Kobe.Desk.Brokers.Paper;

namespace Kobe.Desk.Tests.Brokers;

/// <summary>The paper broker keeps the contract.</summary>
public sealed class PaperBrokerContractTests : BrokerContract
{
    private protected override BrokerScene Open(PaperOptions options, TimeSpan? timeout = null) =>
        new PaperScene(options);
}
