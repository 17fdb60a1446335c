namespace Kobe.Plugins.Monitoring.Disk;

/// <summary>The fact <c>disk.free</c>.</summary>
/// <param name="Percent">The share of bytes that is free.</param>
/// <param name="Bytes">How many bytes that is.</param>
/// <param name="InodesPercent">The share of inodes that is free; null when the file system sets no limit.</param>
internal sealed record DiskFree(double Percent, long Bytes, double? InodesPercent);
