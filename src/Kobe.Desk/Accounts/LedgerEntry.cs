using Kobe.Desk.Brokers;

namespace Kobe.Desk.Accounts;

/// <summary>One line of the account ledger. The set is closed; the account can be made from these alone.</summary>
/// <param name="Id">What it is known by: an entry is booked once, however often it comes.</param>
/// <param name="At">When it happened (UTC).</param>
public abstract record LedgerEntry(string Id, DateTimeOffset At)
{
    /// <summary>The account as it was when the ledger began.</summary>
    /// <param name="Id">See <see cref="LedgerEntry"/>.</param>
    /// <param name="At">See <see cref="LedgerEntry"/>.</param>
    /// <param name="Cash">Its cash, in dollars.</param>
    public sealed record Opened(string Id, DateTimeOffset At, decimal Cash) : LedgerEntry(Id, At);

    /// <summary>A position that was there when the ledger began.</summary>
    /// <param name="Id">See <see cref="LedgerEntry"/>.</param>
    /// <param name="At">See <see cref="LedgerEntry"/>.</param>
    /// <param name="Symbol">The symbol.</param>
    /// <param name="Quantity">Shares; negative for a short position.</param>
    /// <param name="Cost">What they cost, in dollars, with the sign of the quantity.</param>
    public sealed record Adopted(string Id, DateTimeOffset At, string Symbol, decimal Quantity, decimal Cost)
        : LedgerEntry(Id, At);

    /// <summary>A movement from before the beginning: the account as it was then includes it.</summary>
    /// <param name="Id">The broker's id of the movement.</param>
    /// <param name="At">See <see cref="LedgerEntry"/>.</param>
    public sealed record Included(string Id, DateTimeOffset At) : LedgerEntry(Id, At);

    /// <summary>A fill.</summary>
    /// <param name="Id">The broker's id of the execution.</param>
    /// <param name="At">See <see cref="LedgerEntry"/>.</param>
    /// <param name="Symbol">The symbol.</param>
    /// <param name="Side">Which way.</param>
    /// <param name="Quantity">Shares, positive.</param>
    /// <param name="Price">Dollars a share.</param>
    /// <param name="ClientOrderId">The order's client id.</param>
    /// <param name="IsExternal">Whether the order was not the desk's.</param>
    /// <param name="Stop">The price at which the entry was to be given up; null when none was planned.</param>
    public sealed record Traded(
        string Id, DateTimeOffset At, string Symbol, OrderSide Side, decimal Quantity, decimal Price,
        string ClientOrderId, bool IsExternal, decimal? Stop) : LedgerEntry(Id, At);

    /// <summary>Money that came or went without a trade.</summary>
    /// <param name="Id">See <see cref="LedgerEntry"/>.</param>
    /// <param name="At">See <see cref="LedgerEntry"/>.</param>
    /// <param name="Kind">Fee, dividend, interest or transfer.</param>
    /// <param name="Symbol">The symbol; empty for money alone.</param>
    /// <param name="Amount">Dollars, negative when paid.</param>
    public sealed record Moved(string Id, DateTimeOffset At, ActivityKind Kind, string Symbol, decimal Amount)
        : LedgerEntry(Id, At);

    /// <summary>A split: more or fewer shares for the same cost.</summary>
    /// <param name="Id">See <see cref="LedgerEntry"/>.</param>
    /// <param name="At">See <see cref="LedgerEntry"/>.</param>
    /// <param name="Symbol">The symbol.</param>
    /// <param name="Change">The change of the shares held.</param>
    public sealed record Split(string Id, DateTimeOffset At, string Symbol, decimal Change) : LedgerEntry(Id, At);

    /// <summary>What a symbol was worth at an instant.</summary>
    /// <param name="Id">See <see cref="LedgerEntry"/>.</param>
    /// <param name="At">See <see cref="LedgerEntry"/>.</param>
    /// <param name="Symbol">The symbol.</param>
    /// <param name="Price">Dollars a share.</param>
    public sealed record Marked(string Id, DateTimeOffset At, string Symbol, decimal Price) : LedgerEntry(Id, At);

    /// <summary>The equity of the account at an instant, as the ledger had it: a point of the equity curve.</summary>
    /// <param name="Id">See <see cref="LedgerEntry"/>.</param>
    /// <param name="At">See <see cref="LedgerEntry"/>.</param>
    public sealed record Valued(string Id, DateTimeOffset At) : LedgerEntry(Id, At);
}
