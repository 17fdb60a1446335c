namespace Kobe.Desk.Accounts;

/// <summary>What a reconciliation can find.</summary>
public enum FindingKind
{
    /// <summary>An open order that the desk did not place. It is left alone.</summary>
    ExternalOrder,

    /// <summary>Shares of a position of ours were closed by an order that the desk did not place.</summary>
    ExternalClose,

    /// <summary>Shares were added by an order that the desk did not place.</summary>
    ExternalTrade,

    /// <summary>The broker holds another quantity than the ledger explains. Entries in the symbol are
    /// blocked.</summary>
    Discrepancy,

    /// <summary>An order that the desk believes to work is not open at the broker.</summary>
    MissingOrder,

    /// <summary>It is not known whether an order of ours exists. Entries in the symbol are blocked.</summary>
    UnresolvedOrder,
}
