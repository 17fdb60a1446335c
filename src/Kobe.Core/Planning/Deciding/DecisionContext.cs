using Kobe.Core.Markets;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Core.Planning.Deciding;

/// <summary>All that a decision may look at.</summary>
/// <param name="Now">The present (UTC).</param>
/// <param name="Calendars">The calendars, with their clocks.</param>
/// <param name="Ledger">What has happened.</param>
/// <param name="Gate">What people, breakers and the clock forbid.</param>
/// <param name="ForceRun">Whether the calendar and its filters are set aside, for maintenance.</param>
/// <param name="Available">Whether a row's handler can be called at present.</param>
public sealed record DecisionContext(
    DateTimeOffset Now,
    CalendarSet Calendars,
    Ledger Ledger,
    GateState Gate,
    bool ForceRun,
    Func<ScheduledTask, bool> Available);
