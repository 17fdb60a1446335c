namespace Kobe.Desk.Brokers;

/// <summary>How long an order works.</summary>
public enum TimeInForce
{
    /// <summary>To the end of the session; one placed after the close waits for the next session.</summary>
    Day,

    /// <summary>Until it is cancelled, at most some ninety days.</summary>
    Gtc,

    /// <summary>In the opening auction only; accepted from 19:00 to two minutes before the open.</summary>
    Opg,

    /// <summary>In the closing auction only; accepted from 19:00 to ten minutes before the close.</summary>
    Cls,

    /// <summary>At once, as far as there is a price; the rest expires.</summary>
    Ioc,

    /// <summary>At once and whole, or not at all.</summary>
    Fok,
}
