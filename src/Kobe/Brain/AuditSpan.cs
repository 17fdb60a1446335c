using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>A schedule and the time for which it alone said what falls due.</summary>
internal sealed class AuditSpan(Roster roster, ScheduleLoad? load, DateTimeOffset from)
{
    public Roster Roster { get; } = roster;

    /// <summary>How the journal knows it; null when it does not.</summary>
    public ScheduleLoad? Load { get; } = load;

    /// <summary>The instant (UTC) after which it begins.</summary>
    public DateTimeOffset From { get; private set; } = from;

    /// <summary>The last instant of it, UTC; null while it is in force.</summary>
    public DateTimeOffset? Through { get; set; }

    /// <summary>Up to where its occurrences were looked for in the journal, UTC.</summary>
    public DateTimeOffset Looked { get; set; } = from;

    /// <summary>It turns out to have begun earlier: that part is looked at, too.</summary>
    public void Extend(DateTimeOffset from)
    {
        if (from < From)
        {
            From = Looked = from;
        }
    }
}
