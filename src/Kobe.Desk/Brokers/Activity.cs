namespace Kobe.Desk.Brokers;

/// <summary>One movement of money or shares, as a broker tells it.</summary>
/// <param name="Id">The broker's id; by it one movement is booked once.</param>
/// <param name="Kind">What it was.</param>
/// <param name="At">When (UTC); for movements with a date only, midnight UTC of it.</param>
/// <param name="Symbol">The symbol; empty for money alone.</param>
public sealed record Activity(string Id, ActivityKind Kind, DateTimeOffset At, string Symbol)
{
    /// <summary>Of a fill: which way.</summary>
    public OrderSide Side { get; init; }

    /// <summary>Of a fill: shares, positive. Of a split: the change of the shares held.</summary>
    public decimal Quantity { get; init; }

    /// <summary>Of a fill: dollars a share.</summary>
    public decimal Price { get; init; }

    /// <summary>Of the others: dollars, negative when paid.</summary>
    public decimal Amount { get; init; }

    /// <summary>Of a fill: the broker's id of the order.</summary>
    public string OrderId { get; init; } = "";
}
