using Kobe.Core.Text;

namespace Kobe.Core.Schedules;

/// <summary>What reading the files of a schedule gave: all of it, or none and the errors.</summary>
/// <param name="Schedule">The schedule; null when there is at least one error.</param>
/// <param name="Diagnostics">Every error and warning.</param>
/// <param name="Rows">How many rows the files have, the wrong ones among them.</param>
public sealed record ScheduleReading(Schedule? Schedule, Diagnostics Diagnostics, int Rows);
