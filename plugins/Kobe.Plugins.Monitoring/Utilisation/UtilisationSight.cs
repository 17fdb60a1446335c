namespace Kobe.Plugins.Monitoring.Utilisation;

/// <summary>What a look at the lane publishes.</summary>
/// <param name="Ok">Whether the limit was kept.</param>
/// <param name="Open">What is wrong, by id.</param>
/// <param name="Percent">The share of the time that was busy.</param>
/// <param name="BusyMs">How long that was.</param>
/// <param name="Runs">How many attempts ended.</param>
/// <param name="Tasks">Those that took most of it.</param>
internal sealed record UtilisationSight(
    bool Ok, IReadOnlyList<string> Open, double Percent, long BusyMs, int Runs, IReadOnlyList<TaskTime> Tasks);
