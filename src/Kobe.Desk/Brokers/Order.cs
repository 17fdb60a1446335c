using System.Collections.Immutable;

namespace Kobe.Desk.Brokers;

/// <summary>An order as a broker tells it. Quantities in shares, prices in dollars a share, instants in UTC.</summary>
public sealed record Order
{
    /// <summary>The broker's id.</summary>
    public required string Id { get; init; }

    /// <summary>Our id, unique for the account and for ever.</summary>
    public required string ClientOrderId { get; init; }

    /// <summary>The symbol.</summary>
    public required string Symbol { get; init; }

    /// <summary>Which way.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>At which price.</summary>
    public required OrderType Type { get; init; }

    /// <summary>For how long.</summary>
    public required TimeInForce TimeInForce { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required OrderStatus Status { get; init; }

    /// <summary>The broker's own word for the status.</summary>
    /// <value>Empty where the status has no word of its own.</value>
    public string StatusText { get; init; } = "";

    /// <summary>Alone or with others.</summary>
    public OrderClass Class { get; init; }

    /// <summary>How many shares; null for an order by amount.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>For how many dollars; null for an order by quantity.</summary>
    public decimal? Notional { get; init; }

    /// <summary>How many shares are done.</summary>
    public decimal FilledQuantity { get; init; }

    /// <summary>The mean price of what is done; null while nothing is.</summary>
    public decimal? FilledAveragePrice { get; init; }

    /// <summary>The worst price that is good enough.</summary>
    public decimal? LimitPrice { get; init; }

    /// <summary>The price that wakes it.</summary>
    public decimal? StopPrice { get; init; }

    /// <summary>The distance of a trailing stop in dollars.</summary>
    public decimal? TrailPrice { get; init; }

    /// <summary>The distance of a trailing stop in percent.</summary>
    public decimal? TrailPercent { get; init; }

    /// <summary>The best price that a trailing stop has seen.</summary>
    public decimal? HighWaterMark { get; init; }

    /// <summary>Whether it also works before the open and after the close.</summary>
    public bool ExtendedHours { get; init; }

    /// <summary>When the broker took it.</summary>
    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the last share was done.</summary>
    public DateTimeOffset? FilledAt { get; init; }

    /// <summary>When it will expire, where the broker says so.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it expired.</summary>
    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? CanceledAt { get; init; }

    /// <summary>The id of the order that took its place.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The id of the order whose place it took.</summary>
    public string? Replaces { get; init; }

    /// <summary>The orders that it brought with it.</summary>
    public ImmutableArray<Order> Legs { get; init; } = [];

    /// <summary>Whether it has ended; nothing about it changes any more.</summary>
    public bool IsTerminal => Status is OrderStatus.Filled or OrderStatus.Canceled or OrderStatus.Expired
        or OrderStatus.Replaced or OrderStatus.Rejected;

    /// <summary>The shares that are still to be done; 0 for an order by amount.</summary>
    public decimal Remaining => IsTerminal ? 0 : Math.Max(0, (Quantity ?? 0) - FilledQuantity);
}
