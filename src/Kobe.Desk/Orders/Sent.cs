using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders;

/// <summary>How the sending of an order ended. The set is closed.</summary>
internal abstract record Sent
{
    private Sent()
    {
    }

    /// <summary>What the door answers to it.</summary>
    /// <param name="id">The order's client id.</param>
    public DoorAnswer Answer(string id) => this switch
    {
        Placed placed => new DoorAnswer.Confirmed(id, placed.Order.Id),
        Rejected rejected => new DoorAnswer.Rejected(id, rejected.Refusal.ToString()),
        NotPlaced missing => new DoorAnswer.NotSent(id, missing.Why),
        Unresolved unresolved => new DoorAnswer.Unresolved(id, unresolved.Why),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The order is at the broker.</summary>
    /// <param name="Order">As the broker has it.</param>
    /// <param name="WasAdopted">Whether an earlier try had placed it.</param>
    public sealed record Placed(Order Order, bool WasAdopted) : Sent;

    /// <summary>The broker said no.</summary>
    public sealed record Rejected(BrokerRefusal Refusal) : Sent;

    /// <summary>It did not arrive; it may be sent again under the same id.</summary>
    public sealed record NotPlaced(string Why) : Sent;

    /// <summary>Nobody can tell; it must not be sent again.</summary>
    public sealed record Unresolved(string Why) : Sent;
}
