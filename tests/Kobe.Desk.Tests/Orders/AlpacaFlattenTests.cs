using Kobe.Desk.Tests.Brokers;

namespace Kobe.Desk.Tests.Orders;

/// <summary>Flattening through Alpaca's client.</summary>
public sealed class AlpacaFlattenTests : FlattenContract
{
    private protected override BrokerScene Broker() => new AlpacaScene(Whole, start: DeskScene.Start);
}
