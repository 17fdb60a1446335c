namespace Kobe.Core.Runs;

/// <summary>Who set something, when and why.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record ControlMark(DateTimeOffset At, string By, string Reason);
