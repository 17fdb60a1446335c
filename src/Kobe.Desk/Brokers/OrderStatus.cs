namespace Kobe.Desk.Brokers;

/// <summary>Where an order is in its life.</summary>
/// <remarks>
/// <code>
/// PendingNew ─► Accepted ─► New ─► PartiallyFilled ─► Filled*
///     │                     ├─► PendingCancel ─► Canceled*   (a fill may win the race)
///     └► Rejected*          ├─► PendingReplace ─► Replaced*  (with a new order, or back to New)
///                           ├─► DoneForDay ─► (next session) New
///                           └─► Expired*
/// </code>
/// A star marks an end. An order that was cancelled or has expired may be filled in part: book fills, never a status.
/// </remarks>
public enum OrderStatus
{
    /// <summary>A word of the broker that is not known here; the text is kept beside it. Counts as open.</summary>
    Unknown,

    /// <summary>Sent on, not yet acknowledged.</summary>
    PendingNew,

    /// <summary>The broker keeps it until it may work.</summary>
    Accepted,

    /// <summary>It works.</summary>
    New,

    /// <summary>It works, and a part is done.</summary>
    PartiallyFilled,

    /// <summary>An end: all of it is done.</summary>
    Filled,

    /// <summary>It rests until the next session.</summary>
    DoneForDay,

    /// <summary>An end: taken back before all was done.</summary>
    Canceled,

    /// <summary>An end: its time was over before all was done.</summary>
    Expired,

    /// <summary>An end: another order took its place.</summary>
    Replaced,

    /// <summary>A cancel was asked for and is not done.</summary>
    PendingCancel,

    /// <summary>A replacement was asked for and is not done.</summary>
    PendingReplace,

    /// <summary>An end: refused after it was taken.</summary>
    Rejected,

    /// <summary>An exit that waits for its entry.</summary>
    Held,

    /// <summary>Guaranteed, not yet reported as filled.</summary>
    Stopped,

    /// <summary>Not eligible for trading for now.</summary>
    Suspended,

    /// <summary>Done for the day, the settlement still being computed.</summary>
    Calculated,

    /// <summary>In an auction, not yet matched.</summary>
    AcceptedForBidding,

    /// <summary>The broker's people look at it.</summary>
    PendingReview,
}
