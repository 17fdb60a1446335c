namespace Kobe.Plugins.Maintenance.Backups;

/// <summary>A backup in its folder.</summary>
/// <param name="Path">The file.</param>
/// <param name="At">What instant it is of (UTC).</param>
internal sealed record StoredBackup(string Path, DateTimeOffset At);
