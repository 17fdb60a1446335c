using Kobe.Desk.Tests.Brokers;

namespace Kobe.Desk.Tests.Orders;

/// <summary>Flattening on the paper broker.</summary>
public sealed class PaperFlattenTests : FlattenContract
{
    private protected override BrokerScene Broker() => new PaperScene(Whole, DeskScene.Start);
}
