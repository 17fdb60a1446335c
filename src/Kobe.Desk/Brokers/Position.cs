namespace Kobe.Desk.Brokers;

/// <summary>What is held of one symbol, as a broker tells it.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Quantity">Shares; negative for a short position.</param>
/// <param name="Available">Shares that no open order holds, with the sign of the quantity.</param>
/// <param name="AverageEntryPrice">Dollars a share, positive.</param>
/// <param name="CurrentPrice">The last price, dollars a share.</param>
public sealed record Position(
    string Symbol, decimal Quantity, decimal Available, decimal AverageEntryPrice, decimal CurrentPrice)
{
    /// <summary>Quantity times last price, in dollars; negative for a short position.</summary>
    public decimal MarketValue => Quantity * CurrentPrice;

    /// <summary>Quantity times entry price, in dollars; negative for a short position.</summary>
    public decimal CostBasis => Quantity * AverageEntryPrice;
}
