using Kobe.Core.Markets;
using Kobe.Core.Planning.Deciding;
using Kobe.Core.Schedules;

namespace Kobe.CommandLine;

/// <summary>What a command that reads the schedule starts with.</summary>
/// <param name="Schedule">The schedule, checked.</param>
/// <param name="Calendars">Its calendars.</param>
/// <param name="Context">What forecasts may look at.</param>
/// <param name="Zone">The zone of the answer.</param>
/// <param name="Now">The time of the question.</param>
internal sealed record OpenSchedule(
    Schedule Schedule, CalendarSet Calendars, DecisionContext Context, TimeZoneInfo Zone, DateTimeOffset Now);
