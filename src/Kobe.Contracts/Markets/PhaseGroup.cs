namespace Kobe.Contracts;

/// <summary>The five coarse names that filters accept beside the phases.</summary>
public enum PhaseGroup
{
    /// <summary>Outside pre-market and core trading on a day with a session.</summary>
    AFTER_HOURS,

    /// <summary>Pre-market trading.</summary>
    PRE_MARKET,

    /// <summary>Core trading but for its last half hour.</summary>
    MARKET_OPEN,

    /// <summary>The last half hour of core trading.</summary>
    MARKET_CLOSE,

    /// <summary>Weekends and holidays.</summary>
    WEEKEND,
}
