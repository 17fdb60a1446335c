namespace Kobe.Plugins.Research.Snapshots;

/// <summary>The fact <c>indicators.daily</c>.</summary>
/// <param name="Date">The date that they are for.</param>
/// <param name="Symbols">How many symbols have a row.</param>
/// <param name="AboveSma50">How many of them closed above their mean of 50 sessions.</param>
/// <param name="Path">The file with the rows.</param>
internal sealed record IndicatorsDaily(string Date, int Symbols, int AboveSma50, string Path);
