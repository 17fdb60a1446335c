namespace Kobe.Plugins.Monitoring.Skips;

/// <summary>A task that was skipped date after date.</summary>
/// <param name="Task">The row's id.</param>
/// <param name="Dates">On how many of its last dates.</param>
/// <param name="Reason">What the last skip said.</param>
internal sealed record StandingSkip(string Task, int Dates, string Reason);
