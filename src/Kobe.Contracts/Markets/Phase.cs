namespace Kobe.Contracts;

/// <summary>
/// A part of the civil day in the exchange's zone. Every instant lies in exactly one phase; intervals are half-open.
/// The names print as they are written here.
/// </summary>
public enum Phase
{
    /// <summary>From midnight to the start of pre-market trading on a day with a session.</summary>
    OVERNIGHT,

    /// <summary>From the start of pre-market trading to the open.</summary>
    PRE_MARKET,

    /// <summary>The first half hour after the open.</summary>
    OPENING,

    /// <summary>From half an hour to two hours after the open.</summary>
    MORNING,

    /// <summary>From two hours after the open to ninety minutes before the close; empty on a 13:00 close.</summary>
    LUNCH,

    /// <summary>From ninety to thirty minutes before the close.</summary>
    POWER_HOUR,

    /// <summary>The last half hour before the close.</summary>
    CLOSING,

    /// <summary>From the close to the end of post-market trading.</summary>
    AFTER_HOURS,

    /// <summary>From the end of post-market trading to midnight.</summary>
    EVENING,

    /// <summary>The whole of a day on which the exchange never opens by its week.</summary>
    WEEKEND,

    /// <summary>The whole of a weekday on which the exchange is closed.</summary>
    HOLIDAY,
}
