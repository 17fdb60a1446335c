namespace Kobe.Core.Runs;

/// <summary>A finding that a handler reported.</summary>
/// <param name="At">When its attempt ended, UTC.</param>
/// <param name="By">The occurrence that reported it.</param>
/// <param name="Value">The finding.</param>
public sealed record FoundDiscovery(DateTimeOffset At, OccurrenceKey By, JsonText Value);
