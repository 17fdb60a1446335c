using Kobe.Core.Catalogues;
using Kobe.Core.Markets;
using Kobe.Core.Schedules;

namespace Kobe.Brain;

/// <summary>What was loaded, for whoever asks about it: never changed, so any thread may read it.</summary>
/// <param name="Schedule">The rows.</param>
/// <param name="Calendars">The calendars.</param>
/// <param name="Catalogue">What the plugins offer.</param>
internal sealed record RowsInForce(Schedule Schedule, CalendarSet Calendars, Catalogue Catalogue);
