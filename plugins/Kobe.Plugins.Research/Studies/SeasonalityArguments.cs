using Kobe.Contracts;

namespace Kobe.Plugins.Research.Studies;

/// <summary>What is put together.</summary>
/// <param name="By">How.</param>
/// <param name="Scope">Which symbols.</param>
/// <param name="Years">How much history.</param>
public sealed record SeasonalityArguments(
    [Argument("weekday, month, month_day, month_week, quarter, year_week, season or night_and_day.")] SeasonBy By,
    [Argument("Which symbols: universe, all, index, a sector or a symbol.")] string Scope = "universe",
    [Argument("How much history at most.", Unit = "years")] int Years = 10);
