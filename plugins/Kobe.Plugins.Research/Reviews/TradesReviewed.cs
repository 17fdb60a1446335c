namespace Kobe.Plugins.Research.Reviews;

/// <summary>The fact <c>trades.reviewed</c>.</summary>
/// <param name="Date">The date.</param>
/// <param name="Trades">How many trades.</param>
/// <param name="Wins">How many made something.</param>
/// <param name="MeanMultiple">What a trade made for each dollar at risk, or null.</param>
/// <param name="Faults">How often each fault came up.</param>
internal sealed record TradesReviewed(
    string Date, int Trades, int Wins, double? MeanMultiple, IReadOnlyDictionary<string, int> Faults);
