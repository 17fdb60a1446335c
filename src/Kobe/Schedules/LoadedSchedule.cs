using Kobe.Core.Markets;
using Kobe.Core.Schedules;

namespace Kobe.Schedules;

/// <summary>A schedule that was read without errors.</summary>
/// <param name="Schedule">Its rows.</param>
/// <param name="Calendars">The calendars that they name.</param>
/// <param name="Files">What it was read from.</param>
internal sealed record LoadedSchedule(Schedule Schedule, CalendarSet Calendars, ScheduleFiles Files);
