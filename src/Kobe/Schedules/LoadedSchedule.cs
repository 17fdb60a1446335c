using Kobe.Core.Markets;
using Kobe.Core.Schedules;

namespace Kobe.Schedules;

/// <summary>A schedule that was read without errors, and the calendars that it names.</summary>
internal sealed record LoadedSchedule(Schedule Schedule, CalendarSet Calendars);
