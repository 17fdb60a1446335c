namespace Kobe.Core.Runs;

/// <summary>The last published value of a fact.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value.</param>
/// <param name="At">When the attempt that published it ended, UTC.</param>
/// <param name="By">The occurrence that published it.</param>
public sealed record LastFact(string Name, JsonText Value, DateTimeOffset At, OccurrenceKey By);
