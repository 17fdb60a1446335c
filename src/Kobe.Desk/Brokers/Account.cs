namespace Kobe.Desk.Brokers;

/// <summary>The account as a broker tells it, in dollars.</summary>
/// <remarks>The fields of the former day-trade rule are not here: they left the broker's answers in July
/// 2026.</remarks>
public sealed record Account
{
    /// <summary>The account's number.</summary>
    public required string Number { get; init; }

    /// <summary>The broker's word for its state, such as ACTIVE.</summary>
    public required string Status { get; init; }

    /// <summary>Cash; negative when it is borrowed.</summary>
    public required decimal Cash { get; init; }

    /// <summary>Cash and the market value of all positions.</summary>
    public required decimal Equity { get; init; }

    /// <summary>The equity at the last close.</summary>
    public required decimal LastEquity { get; init; }

    /// <summary>What may still be bought, after what open orders reserve.</summary>
    public required decimal BuyingPower { get; init; }

    /// <summary>How many times the equity may be bought: 1, 2 or 4.</summary>
    public decimal Multiplier { get; init; } = 1;

    /// <summary>The market value of long positions.</summary>
    public decimal LongMarketValue { get; init; }

    /// <summary>The market value of short positions; negative.</summary>
    public decimal ShortMarketValue { get; init; }

    /// <summary>Whether short positions may be opened.</summary>
    public bool ShortingEnabled { get; init; }

    /// <summary>Whether the broker or the owner has barred new orders.</summary>
    public bool IsBlocked { get; init; }
}
