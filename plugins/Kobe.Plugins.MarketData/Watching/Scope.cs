namespace Kobe.Plugins.MarketData.Watching;

/// <summary>Which of the watched symbols a row is about.</summary>
public enum Scope
{
    /// <summary>All that are watched.</summary>
    All,

    /// <summary>The one that stands for the market as a whole.</summary>
    Index,

    /// <summary>All but the index.</summary>
    Shares,

    /// <summary>What is held, by the last reconciliation.</summary>
    Holdings,

    /// <summary>What the day's plan names.</summary>
    Plan,

    /// <summary>What the day's universe names; all of them before there is one.</summary>
    Universe,

    /// <summary>What the last watchlist names.</summary>
    Watchlist,
}
