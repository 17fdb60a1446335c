using Kobe.Brain;
using Kobe.Core.Catalogues;
using Kobe.Core.Planning;
using Kobe.Core.Schedules;

namespace Kobe.Simulation;

/// <summary>Which schedule was in force for which span of due times: what the laws derive the account from.</summary>
internal sealed class Truth(Roster first)
{
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
    public IEnumerable<Occurrence> Between(DateTimeOffset from, DateTimeOffset to)
    {
        foreach (var (roster, through) in _past)
        {
            if (through > from)
            {
                foreach (var occurrence in roster.Timeline.Between(from, through < to ? through : to))
                {
                    yield return occurrence;
                }

                from = through < to ? through : to;
            }
        }

        _past.RemoveAll(past => past.Through <= from);
        if (to > from)
        {
            foreach (var occurrence in Now.Timeline.Between(from, to))
            {
                yield return occurrence;
            }
        }
    }

    private sealed record Past(Roster Roster, DateTimeOffset Through);
}
