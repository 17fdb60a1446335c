namespace Kobe.Desk.Orders.Gates;

/// <summary>Which rule on day trades the account is under.</summary>
public enum DayTradePolicy
{
    /// <summary>The margin rule since June 2026 (SR-FINRA-2025-017): what counts is the buying power within the
    /// day.</summary>
    IntradayMargin,

    /// <summary>The former rule: an account below 25,000 dollars makes at most three day trades in five
    /// sessions.</summary>
    LegacyPdt,

    /// <summary>None.</summary>
    Off,
}
