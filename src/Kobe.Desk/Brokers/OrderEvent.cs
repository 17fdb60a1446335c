namespace Kobe.Desk.Brokers;

/// <summary>Something that happened to an order, told when it happens.</summary>
/// <param name="Event">The broker's word: new, fill, partial_fill, canceled, expired, replaced …</param>
/// <param name="At">When it happened (UTC).</param>
/// <param name="Order">The order afterwards; of what was missed and looked up, the order as it was then
/// found.</param>
public sealed record OrderEvent(string Event, DateTimeOffset At, Order Order)
{
    /// <summary>The id of the execution; null for what is no fill.</summary>
    public string? ExecutionId { get; init; }

    /// <summary>Of a fill: dollars a share.</summary>
    public decimal? Price { get; init; }

    /// <summary>Of a fill: shares.</summary>
    public decimal? Quantity { get; init; }
}
