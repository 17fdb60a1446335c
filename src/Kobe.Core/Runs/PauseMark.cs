namespace Kobe.Core.Runs;

/// <summary>A pause in force.</summary>
/// <param name="At">Since when, UTC.</param>
/// <param name="All">Whether exits, reconciles and monitoring stop too.</param>
/// <param name="Until">When it ends by itself, UTC; null when only a person ends it.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record PauseMark(DateTimeOffset At, bool All, DateTimeOffset? Until, string By, string Reason);
