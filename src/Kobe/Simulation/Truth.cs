using Kobe.Brain;
using Kobe.Core.Catalogues;
using Kobe.Core.Planning;
using Kobe.Core.Schedules;

namespace Kobe.Simulation;

/// <summary>Which schedule was in force for which span of due times: what the laws derive the account from.</summary>
internal sealed class Truth(Roster first)
{
    /// <summary>Looks at what fell due.</summary>
    public delegate void Sight(in Occurrence occurrence);

    private readonly List<Past> _past = [];

    /// <summary>The schedule in force.</summary>
    public Roster Now { get; private set; } = first;

    /// <summary>Another one counts for all that falls due after an instant (UTC).</summary>
    public void Replace(Roster next, DateTimeOffset after)
    {
        if (!ReferenceEquals(next, Now))
        {
            _past.Add(new(Now, after));
            Now = next;
        }
    }

    /// <summary>Forgets what was put into force and is not in the journal: power was cut before that was durable, and
    /// the next start decides all since the last durable plan under what it finds.</summary>
    /// <param name="hash">Of the schedule that the journal says was loaded last.</param>
    public void TakeBack(string hash)
    {
        // One that nobody here has heard of was loaded in the turn that a crash cut: nothing before it is in doubt.
        var at = Now.Schedule.Hash == hash ? -1 : _past.FindLastIndex(past => past.Roster.Schedule.Hash == hash);
        if (at >= 0)
        {
            Now = _past[at].Roster;
            _past.RemoveRange(at, _past.Count - at);
        }
    }

    /// <summary>The row of an id; null when there is none.</summary>
    public ScheduledTask? Find(string task) => Now.Find(task);

    /// <summary>What can be said of a row's handler; null when nothing is known of it.</summary>
    public HandlerRecord? HandlerOf(ScheduledTask task) => Now.HandlerOf(task);

    /// <summary>What fell due in (from, to], each by the schedule of its time.</summary>
    /// <param name="from">The instant (UTC) after which it begins.</param>
    /// <param name="to">The last instant (UTC).</param>
    /// <param name="look">Shown each; it must not ask a timeline anything.</param>
    public void ShowDue(DateTimeOffset from, DateTimeOffset to, Sight look)
    {
        foreach (var (roster, through) in _past)
        {
            if (through > from)
            {
                Show(roster.Timeline, from, through < to ? through : to, look);
                from = through < to ? through : to;
            }
        }

        _past.RemoveAll(past => past.Through <= from);
        if (to > from)
        {
            Show(Now.Timeline, from, to, look);
        }
    }

    private static void Show(Timeline timeline, DateTimeOffset from, DateTimeOffset to, Sight look)
    {
        for (var date = Timeline.UtcDate(from); date <= Timeline.UtcDate(to); date = date.AddDays(1))
        {
            foreach (ref readonly var occurrence in timeline.DueOn(date, from, to))
            {
                look(occurrence);
            }
        }
    }

    private sealed record Past(Roster Roster, DateTimeOffset Through);
}
