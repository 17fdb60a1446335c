namespace Kobe.Desk.Accounts;

/// <summary>Shares that were bought, or sold short, in one fill and are still held.</summary>
/// <param name="OpenedAt">When (UTC).</param>
/// <param name="Quantity">Shares left; negative when short.</param>
/// <param name="Cost">What they cost, in dollars, with the sign of the quantity.</param>
/// <param name="Stop">The price at which the entry was to be given up; null when none was planned.</param>
/// <param name="Lowest">The lowest price since it was opened, dollars a share.</param>
/// <param name="Highest">The highest price since it was opened, dollars a share.</param>
public sealed record Lot(
    DateTimeOffset OpenedAt, decimal Quantity, decimal Cost, decimal? Stop, decimal Lowest, decimal Highest)
{
    /// <summary>Dollars a share, positive.</summary>
    public decimal Price => Quantity == 0 ? 0 : Cost / Quantity;

    internal Lot Seen(decimal price) =>
        this with { Lowest = Math.Min(Lowest, price), Highest = Math.Max(Highest, price) };
}
