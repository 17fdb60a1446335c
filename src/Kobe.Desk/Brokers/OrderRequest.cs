namespace Kobe.Desk.Brokers;

/// <summary>What is sent to a broker. Made at the order door and nowhere else.</summary>
/// <remarks>
/// It can say more than a broker takes (quantity and amount at once, a market order with a limit): what is wrong with
/// it is the broker's to say, in the broker's words.
/// </remarks>
internal sealed record OrderRequest
{
    public required string ClientOrderId { get; init; }

    public required string Symbol { get; init; }

    public required OrderSide Side { get; init; }

    public required OrderType Type { get; init; }

    public TimeInForce TimeInForce { get; init; }

    public OrderClass Class { get; init; }

    public decimal? Quantity { get; init; }

    public decimal? Notional { get; init; }

    public decimal? LimitPrice { get; init; }

    public decimal? StopPrice { get; init; }

    public decimal? TrailPrice { get; init; }

    public decimal? TrailPercent { get; init; }

    public bool ExtendedHours { get; init; }

    /// <summary>The limit of the take-profit that a bracket or an OCO brings.</summary>
    public decimal? TakeProfit { get; init; }

    /// <summary>The stop price of the stop-loss.</summary>
    public decimal? StopLoss { get; init; }

    /// <summary>The limit of the stop-loss; null makes it a stop order.</summary>
    public decimal? StopLossLimit { get; init; }
}
