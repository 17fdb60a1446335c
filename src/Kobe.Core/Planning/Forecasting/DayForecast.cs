using Kobe.Core.Markets;

namespace Kobe.Core.Planning.Forecasting;

/// <summary>A day without running it.</summary>
/// <param name="Day">The date as the default calendar sees it.</param>
/// <param name="Forecasts">Every occurrence of the date, by due time, then in the total order.</param>
/// <param name="Absences">The rows without one, by id, each with the reason; empty when nobody asked.</param>
public sealed record DayForecast(
    TradingDay Day, IReadOnlyList<Forecast> Forecasts, IReadOnlyList<AbsentTask> Absences);
