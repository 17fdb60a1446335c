namespace Kobe.Core.Runs;

/// <summary>An event with its place in the order of all events.</summary>
/// <param name="Seq">Its sequence number, from 1 without gaps.</param>
/// <param name="Event">What happened.</param>
public readonly record struct JournalEntry(long Seq, RunEvent Event);
