namespace Kobe.Views;

/// <summary>A heartbeat that was written.</summary>
/// <param name="Timestamp">When, as <see cref="TimeProvider.GetTimestamp"/>.</param>
internal sealed record PulseBeat(long Timestamp);
