namespace Kobe.Plugins.MarketData.Bars;

/// <summary>What an update of daily bars came to: the fact <c>bars.daily</c>.</summary>
/// <param name="Date">The last session that was complete.</param>
/// <param name="Symbols">How many symbols were brought up to it.</param>
/// <param name="Added">How many bars are new.</param>
/// <param name="Gaps">How many sessions lack a bar and may still get one.</param>
/// <param name="Refused">How many bars contradict stored ones; they are in the quarantine.</param>
/// <param name="Synthetic">Whether prices were made up.</param>
internal sealed record DailyBars(DateOnly Date, int Symbols, int Added, int Gaps, int Refused, bool Synthetic);
