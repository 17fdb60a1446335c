namespace Kobe.Plugins.Monitoring.Drift;

/// <summary>The fact <c>schedule.drift</c>.</summary>
/// <param name="Drifted">Whether the schedule isn't the approved one.</param>
/// <param name="Hash">The schedule's hash now.</param>
/// <param name="Approved">The approved hash.</param>
/// <param name="Files">How many files the schedule has.</param>
internal sealed record ScheduleDrift(bool Drifted, string Hash, string Approved, int Files);
