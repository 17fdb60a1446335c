namespace Kobe.Desk.Brokers;

/// <summary>What is to be different about an order; null leaves it.</summary>
internal sealed record OrderChange
{
    public decimal? Quantity { get; init; }

    public TimeInForce? TimeInForce { get; init; }

    public decimal? LimitPrice { get; init; }

    public decimal? StopPrice { get; init; }

    public decimal? Trail { get; init; }

    /// <summary>The client order id of the order that takes the place; the broker makes one when it is null.</summary>
    public string? ClientOrderId { get; init; }
}
