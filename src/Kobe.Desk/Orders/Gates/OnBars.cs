namespace Kobe.Desk.Orders.Gates;

/// <summary>Whether a gate has something to say about an entry of a backtest.</summary>
internal enum OnBars
{
    /// <summary>No: it is about people, broker, line or clock.</summary>
    Never,

    /// <summary>Only where bars lie within a session: on a bar of a day the entry has no time of day.</summary>
    Intraday,

    /// <summary>Yes.</summary>
    Always,
}
