namespace Kobe.Replay.Desk;

/// <summary>An order of the replayed desk, as its view tells it.</summary>
/// <param name="At">When it was intended (UTC).</param>
/// <param name="Key">The occurrence that sent it.</param>
/// <param name="ClientOrderId">Its id, of the desk's own making.</param>
/// <param name="Symbol">What.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Quantity">How many, as it was written.</param>
/// <param name="State">What became of it.</param>
internal sealed record ReplayedOrder(
    DateTimeOffset At, string Key, string ClientOrderId, string Symbol, string Side, string Quantity, string State)
{
    /// <summary>What is to be said of it.</summary>
    public string Why { get; init; } = "";

    /// <summary>Whether it was sent, or may have been.</summary>
    public bool WasSent => State is not ("denied" or "observed");
}
