namespace Kobe.Desk.Orders;

/// <summary>How far the closing of a position got.</summary>
public enum FlattenEnd
{
    /// <summary>It is gone, which was looked up.</summary>
    Flat,

    /// <summary>The closing order is at the broker and not done yet.</summary>
    Closing,

    /// <summary>Nothing was touched, and why.</summary>
    NotNow,

    /// <summary>It could not be closed; protective stops that were taken back are there again, or the text says that
    /// they are not. A person should look at once.</summary>
    Failed,
}
