namespace Kobe.Plugins.MarketData.Watching;

/// <summary>A list on the disk, with what a reader must know of it.</summary>
/// <param name="At">As of when it was made (UTC).</param>
/// <param name="Synthetic">Whether prices were made up.</param>
/// <param name="Rows">The entries.</param>
internal sealed record KeptTable<T>(DateTimeOffset At, bool Synthetic, IReadOnlyList<T> Rows);
