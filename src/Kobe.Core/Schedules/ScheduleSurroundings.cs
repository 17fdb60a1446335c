using Kobe.Core.Catalogues;
using Kobe.Core.Markets;

namespace Kobe.Core.Schedules;

/// <summary>What a schedule is read and checked against.</summary>
public sealed record ScheduleSurroundings
{
    /// <summary>The calendars that rows may name.</summary>
    public required CalendarSet Calendars { get; init; }

    /// <summary>The machine's zone data.</summary>
    public required IZones Zones { get; init; }

    /// <summary>Now: a <c>once</c> before it has passed, which in a new schedule is an error.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether the schedule with a hash is in force already: its <c>once</c> may have passed since.</summary>
    /// <value>Null: none is.</value>
    public Func<string, bool>? IsInForce { get; init; }

    /// <summary>The environment's variables: for <c>${NAME}</c> in values, and the switches.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What the plugins offer; null when it is not known, and then handlers are not checked.</summary>
    public Catalogue? Catalogue { get; init; }

    /// <summary>The zone of files that name none.</summary>
    public string Zone { get; init; } = "America/New_York";

    /// <summary>
    /// The configuration's <c>limits.max_timeout</c>; at most <see cref="ScheduleLimits.TimeoutCeiling"/>.
    /// </summary>
    public TimeSpan TimeoutMax { get; init; } = TimeSpan.FromSeconds(300);
}
