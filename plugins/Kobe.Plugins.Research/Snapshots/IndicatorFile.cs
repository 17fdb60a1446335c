namespace Kobe.Plugins.Research.Snapshots;

/// <summary>The file of indicators.</summary>
/// <param name="Source">Where the prices come from.</param>
/// <param name="Synthetic">Whether they were made up.</param>
/// <param name="Date">The date that they are for.</param>
/// <param name="Rows">One for each symbol, in the desk's order.</param>
internal sealed record IndicatorFile(string Source, bool Synthetic, string Date, IReadOnlyList<IndicatorRow> Rows);
