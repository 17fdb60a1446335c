namespace Kobe.Desk.Brokers;

/// <summary>What a broker says about the time; it covers the regular session only.</summary>
/// <param name="Timestamp">The broker's now (UTC).</param>
/// <param name="IsOpen">Whether the regular session is on.</param>
/// <param name="NextOpen">The next open (UTC), tomorrow's while it is open.</param>
/// <param name="NextClose">The next close (UTC), today's while it is open.</param>
public sealed record BrokerClock(
    DateTimeOffset Timestamp, bool IsOpen, DateTimeOffset NextOpen, DateTimeOffset NextClose);
