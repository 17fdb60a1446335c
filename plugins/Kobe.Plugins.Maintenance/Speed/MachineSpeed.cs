namespace Kobe.Plugins.Maintenance.Speed;

/// <summary>The fact <c>machine.speed</c>.</summary>
/// <param name="SyncMs">The median time of a write of 4 KiB and its sync, in milliseconds.</param>
/// <param name="HashMbPerS">SHA-256 on one core, in 10^6 bytes a second.</param>
internal sealed record MachineSpeed(double SyncMs, double HashMbPerS);
