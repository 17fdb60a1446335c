namespace Kobe.Desk.Accounts;

/// <summary>A point of the equity curve.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Equity">Cash and what is held, in dollars.</param>
/// <param name="NetTransfers">Money brought in less money taken out since the ledger began, in dollars.</param>
public readonly record struct EquityPoint(DateTimeOffset At, decimal Equity, decimal NetTransfers);
