namespace Kobe.Desk.Accounts;

/// <summary>Shares of one lot that were bought and sold again, or sold short and bought back.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="OpenedAt">When the lot was opened (UTC).</param>
/// <param name="ClosedAt">When these shares were closed (UTC).</param>
/// <param name="Quantity">Shares; negative for a short trade.</param>
/// <param name="Cost">What they cost, in dollars, with the sign of the quantity.</param>
/// <param name="Proceeds">What they brought, in dollars, with the sign of the quantity.</param>
/// <param name="Stop">The price at which the entry was to be given up; null when none was planned.</param>
/// <param name="Lowest">The lowest price while it was held, dollars a share.</param>
/// <param name="Highest">The highest price while it was held, dollars a share.</param>
public sealed record ClosedTrade(
    string Symbol, DateTimeOffset OpenedAt, DateTimeOffset ClosedAt, decimal Quantity, decimal Cost, decimal Proceeds,
    decimal? Stop, decimal Lowest, decimal Highest)
{
    /// <summary>Profit before fees, in dollars; negative for a loss.</summary>
    public decimal Profit => Proceeds - Cost;

    /// <summary>Profit in units of the risk that was planned: 1 is what the stop would have lost; null without a stop.
    /// </summary>
    /// <remarks>R multiple after Van K. Tharp, Trade Your Way to Financial Freedom: profit / (entry − initial stop).
    /// </remarks>
    public decimal? RMultiple =>
        Stop is { } stop && Cost - (Quantity * stop) is var risk && risk > 0 ? Profit / risk : null;

    /// <summary>The worst that it stood at while it was held, in dollars, 0 or negative.</summary>
    /// <remarks>Maximum adverse excursion after John Sweeney, by the marks that were booked and its own
    /// fills.</remarks>
    public decimal MaxAdverseExcursion => Math.Min(0, (Quantity * (Quantity > 0 ? Lowest : Highest)) - Cost);

    /// <summary>The best that it stood at while it was held, in dollars, 0 or positive.</summary>
    /// <remarks>Maximum favourable excursion, likewise.</remarks>
    public decimal MaxFavorableExcursion => Math.Max(0, (Quantity * (Quantity > 0 ? Highest : Lowest)) - Cost);
}
