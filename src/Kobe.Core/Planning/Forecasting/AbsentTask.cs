using Kobe.Core.Schedules;

namespace Kobe.Core.Planning.Forecasting;

/// <summary>A row without an occurrence on a date.</summary>
/// <param name="Task">The row.</param>
/// <param name="Absence">Why it has none.</param>
public sealed record AbsentTask(ScheduledTask Task, Absence Absence);
