namespace Kobe.Desk.Brokers;

/// <summary>The best prices of one symbol at one instant, in dollars a share.</summary>
/// <param name="Bid">The best price that a buyer offers.</param>
/// <param name="Ask">The best price that a seller asks.</param>
/// <param name="Last">The last price at which it traded.</param>
/// <param name="At">When this was so (UTC).</param>
public readonly record struct Quote(decimal Bid, decimal Ask, decimal Last, DateTimeOffset At);
