namespace Kobe.Desk.Studies;

/// <summary>One closed trade, as a line of <c>STATE/desk/MODE/trades.jsonl</c> tells it.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Strategy">The strategy whose idea it was; empty when nobody said.</param>
/// <param name="OpenedAt">When it was opened (UTC).</param>
/// <param name="ClosedAt">When it was closed (UTC).</param>
/// <param name="Quantity">Shares; negative for a short trade.</param>
/// <param name="Entry">The price of the entry, dollars a share.</param>
/// <param name="Exit">The price of the exit.</param>
/// <param name="Stop">The first stop, or null.</param>
/// <param name="R">What it made for each dollar at risk, or null.</param>
/// <param name="Mae">The worst that it stood at, in dollars, 0 or less.</param>
/// <param name="Mfe">The best that it stood at, in dollars, 0 or more.</param>
/// <param name="Task">The row that opened it.</param>
/// <param name="Profit">What it made, in dollars; reckoned from the prices where a line doesn't say.</param>
public sealed record TradeLine(
    string Symbol, string Strategy, DateTimeOffset OpenedAt, DateTimeOffset ClosedAt, double Quantity, double Entry,
    double Exit, double? Stop = null, double? R = null, double Mae = 0, double Mfe = 0, string Task = "",
    double? Profit = null)
{
    /// <summary>What it made, in dollars.</summary>
    public double Gain => Profit ?? ((Exit - Entry) * Quantity);

    /// <summary>What its stop would have lost, in dollars; null without a stop on the losing side.</summary>
    public double? Risk => Stop is { } stop && (Entry - stop) * Quantity is var risk and > 0 ? risk : null;

    /// <summary>What it made for each dollar at risk; null without a stop.</summary>
    public double? Multiple => R ?? (Risk is { } risk ? Gain / risk : null);
}
