namespace Kobe.Plugins.MarketData.Bars;

/// <summary>What a check of daily bars came to: the fact <c>bars.quality</c>.</summary>
/// <param name="Date">The date of the check.</param>
/// <param name="Checked">How many symbols were checked.</param>
/// <param name="Findings">How many things may be wrong, over all of them.</param>
/// <param name="Quarantined">The symbols that should not be traded by these bars, in order.</param>
/// <param name="Synthetic">Whether prices were made up.</param>
internal sealed record BarsQuality(
    DateOnly Date, int Checked, int Findings, IReadOnlyList<string> Quarantined, bool Synthetic);
