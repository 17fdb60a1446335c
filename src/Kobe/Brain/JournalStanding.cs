namespace Kobe.Brain;

/// <summary>How the journal does.</summary>
/// <param name="Failure">Why it takes no events; null when it does.</param>
/// <param name="LastSeq">The last event's sequence number.</param>
/// <param name="LastSync">How long the last sync took.</param>
internal sealed record JournalStanding(string? Failure, long LastSeq, TimeSpan LastSync);
