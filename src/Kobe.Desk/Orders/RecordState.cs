namespace Kobe.Desk.Orders;

/// <summary>What the desk knows of an order of its own.</summary>
/// <remarks>
/// <code>
/// Intended ─► Confirmed ─► Ended
///    │  ├───► Rejected
///    │  ├───► NotPlaced ─► Intended (sent again under the same id)
///    │  └───► Unresolved ─► any of the above, once the broker can be asked
///    └ a crash here: asked about before anything is sent
/// Denied and Observed: nothing was sent.
/// </code>
/// </remarks>
internal enum RecordState
{
    /// <summary>On disk before it is sent; whether it was sent is not known.</summary>
    Intended,

    Confirmed,

    Rejected,

    NotPlaced,

    Unresolved,

    /// <summary>The broker says that it has ended.</summary>
    Ended,

    Denied,

    Observed,
}
