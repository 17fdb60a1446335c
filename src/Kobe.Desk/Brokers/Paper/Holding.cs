namespace Kobe.Desk.Brokers.Paper;

/// <summary>What the paper account holds of one symbol.</summary>
internal sealed class Holding
{
    /// <summary>Shares; negative when short.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>What they cost, with the sign of the quantity.</summary>
    public decimal Cost { get; private set; }

    public decimal AveragePrice => Quantity == 0 ? 0 : Cost / Quantity;

    /// <summary>Adds shares, or takes them away when negative. The cost of what goes is the mean cost.</summary>
    public void Trade(decimal quantity, decimal price)
    {
        var enlarges = Quantity == 0 || (Quantity > 0) == (quantity > 0);
        Cost = enlarges ? Cost + (quantity * price)
            : Quantity + quantity == 0 ? 0
            : Cost + (AveragePrice * quantity);
        Quantity += quantity;
    }

    public void Split(decimal ratio) => Quantity *= ratio;
}
