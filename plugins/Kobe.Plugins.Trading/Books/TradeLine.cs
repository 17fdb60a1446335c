namespace Kobe.Plugins.Trading.Books;

/// <summary>One closed trade: a line of <c>trades.jsonl</c>.</summary>
/// <param name="Number">Its place among the ledger's closed trades, from 1.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Strategy">The idea's strategy.</param>
/// <param name="Setup">The way of the entry.</param>
/// <param name="OpenedAt">When it was opened (UTC).</param>
/// <param name="ClosedAt">When it was closed (UTC).</param>
/// <param name="Quantity">Shares; negative when short.</param>
/// <param name="Entry">Dollars a share.</param>
/// <param name="Exit">Dollars a share.</param>
/// <param name="Stop">The first stop, or null.</param>
/// <param name="Profit">In dollars.</param>
/// <param name="R">Profit in multiples of what was risked, or null.</param>
/// <param name="Mae">The worst that it stood at, in dollars, 0 or negative.</param>
/// <param name="Mfe">The best that it stood at, in dollars, 0 or positive.</param>
/// <param name="Task">The row that opened it.</param>
/// <param name="Synthetic">Whether prices were made up.</param>
internal sealed record TradeLine(
    int Number, string Symbol, string Strategy, string Setup, DateTimeOffset OpenedAt, DateTimeOffset ClosedAt,
    decimal Quantity, decimal Entry, decimal Exit, decimal? Stop, decimal Profit, decimal? R, decimal Mae, decimal Mfe,
    string Task, bool Synthetic);
