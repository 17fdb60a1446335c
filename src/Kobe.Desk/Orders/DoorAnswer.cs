using System.Collections.Immutable;
using Kobe.Desk.Orders.Gates;

namespace Kobe.Desk.Orders;

/// <summary>What became of an intent at the order door. The set is closed.</summary>
/// <param name="ClientOrderId">The id that belongs to the intent, sent or not.</param>
public abstract record DoorAnswer(string ClientOrderId)
{
    /// <summary>What the gates said; empty when an earlier answer is given again.</summary>
    public ImmutableArray<Verdict> Verdicts { get; init; } = [];

    /// <summary>The order is at the broker.</summary>
    /// <param name="ClientOrderId">See <see cref="DoorAnswer"/>.</param>
    /// <param name="OrderId">The broker's id.</param>
    public sealed record Confirmed(string ClientOrderId, string OrderId) : DoorAnswer(ClientOrderId);

    /// <summary>The broker said no.</summary>
    /// <param name="ClientOrderId">See <see cref="DoorAnswer"/>.</param>
    /// <param name="Why">The broker's words.</param>
    public sealed record Rejected(string ClientOrderId, string Why) : DoorAnswer(ClientOrderId);

    /// <summary>The desk said no; nothing was sent.</summary>
    /// <param name="ClientOrderId">See <see cref="DoorAnswer"/>.</param>
    /// <param name="Code">The gate's code.</param>
    /// <param name="Why">Its arithmetic.</param>
    public sealed record Denied(string ClientOrderId, string Code, string Why) : DoorAnswer(ClientOrderId);

    /// <summary>It is not known whether the order exists. It will not be sent again; ask again, or reconcile.</summary>
    /// <param name="ClientOrderId">See <see cref="DoorAnswer"/>.</param>
    /// <param name="Why">What happened.</param>
    public sealed record Unresolved(string ClientOrderId, string Why) : DoorAnswer(ClientOrderId);

    /// <summary>It did not arrive at the broker, which is certain; the same intent may come again.</summary>
    /// <param name="ClientOrderId">See <see cref="DoorAnswer"/>.</param>
    /// <param name="Why">What happened.</param>
    public sealed record NotSent(string ClientOrderId, string Why) : DoorAnswer(ClientOrderId);

    /// <summary>The mode is observe: what would have been sent is written down.</summary>
    /// <param name="ClientOrderId">See <see cref="DoorAnswer"/>.</param>
    /// <param name="What">The order in words.</param>
    public sealed record Observed(string ClientOrderId, string What) : DoorAnswer(ClientOrderId);
}
