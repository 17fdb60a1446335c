namespace Kobe.Plugins.Monitoring.Utilisation;

/// <summary>How long a task had the lane.</summary>
/// <param name="Task">The row's id.</param>
/// <param name="Ms">So long, in milliseconds.</param>
/// <param name="Runs">In so many attempts.</param>
internal sealed record TaskTime(string Task, long Ms, int Runs);
