namespace Kobe.Plugins.Trading.Watching;

/// <summary>What is compared with the broker.</summary>
public enum ReconcileScope
{
    /// <summary>Everything below.</summary>
    All,

    /// <summary>Shares held.</summary>
    Positions,

    /// <summary>Orders in doubt, missing, and of others.</summary>
    Orders,

    /// <summary>Cash and equity.</summary>
    Cash,

    /// <summary>The dividends of the last forty days.</summary>
    Dividends,

    /// <summary>The fees of the last forty days.</summary>
    Fees,

    /// <summary>The executions of today and of the session before.</summary>
    Fills,
}
