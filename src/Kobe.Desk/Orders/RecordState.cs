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
public enum RecordState
{
    /// <summary>On disk before it is sent; whether it was sent is not known.</summary>
    Intended,

    /// <summary>It is at the broker.</summary>
    Confirmed,

    /// <summary>The broker said no.</summary>
    Rejected,

    /// <summary>It did not arrive, which is certain.</summary>
    NotPlaced,

    /// <summary>Nobody can tell whether it exists.</summary>
    Unresolved,

    /// <summary>The broker says that it has ended.</summary>
    Ended,

    /// <summary>The desk said no; nothing was sent.</summary>
    Denied,

    /// <summary>The mode is observe; nothing was sent.</summary>
    Observed,
}
