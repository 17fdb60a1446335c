using Kobe.Desk.Brokers.Paper;

namespace Kobe.Desk.Tests.Brokers;

/// <summary>Alpaca's client keeps the contract against the stand-in.</summary>
public sealed class AlpacaClientContractTests : BrokerContract
{
    private protected override BrokerScene Open(PaperOptions options, TimeSpan? timeout = null) =>
        new AlpacaScene(options, timeout);
}
