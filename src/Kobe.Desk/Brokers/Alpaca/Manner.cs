namespace Kobe.Desk.Brokers.Alpaca;

/// <summary>What may be done about a call whose answer did not come.</summary>
internal enum Manner
{
    /// <summary>It only looks: ask again.</summary>
    Read,

    /// <summary>It takes an order back: ask again, and from the reserve.</summary>
    Cancel,

    /// <summary>It may have had its effect: never ask again; whoever called finds out.</summary>
    Change,
}
