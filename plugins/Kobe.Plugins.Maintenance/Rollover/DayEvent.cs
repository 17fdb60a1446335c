namespace Kobe.Plugins.Maintenance.Rollover;

/// <summary>One event of a date.</summary>
/// <param name="Name">What happens.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Confirmed">False while it is only expected.</param>
internal sealed record DayEvent(string Name, DateTimeOffset At, bool Confirmed);
