using Kobe.Brain;
using Kobe.Core.Catalogues;
using Kobe.Core.Schedules;

namespace Kobe.Simulation;

/// <summary>Which schedule was in force for which span of due times: what the laws derive the account from.</summary>
internal sealed class Truth(Roster first)
{
    private readonly List<(Roster Roster, DateTimeOffset Through)> _past = [];
    private ScheduledTask? _found;
    private HandlerRecord? _handler;

    /// <summary>The schedule in force.</summary>
    public Roster Now { get; private set; } = first;

    /// <summary>Another one counts for all that falls due after an instant (UTC).</summary>
    public void Replace(Roster next, DateTimeOffset after)
    {
        if (!ReferenceEquals(next, Now))
        {
            _past.Add((Now, after));
            Now = next;
            _found = null;
        }
    }

    /// <summary>Forgets what was put into force and is not in the journal: power was cut before that was durable, and
    /// the next start decides all since the last durable plan under what it finds.</summary>
    /// <param name="hash">Of the schedule that the journal says was loaded last.</param>
    public void TakeBack(string hash)
    {
        while (Now.Schedule.Hash != hash && _past is [.., var last])
        {
            Now = last.Roster;
            _past.RemoveAt(_past.Count - 1);
            _found = null;
        }
    }

    /// <summary>The row of an id; null when there is none.</summary>
    public ScheduledTask? Find(string task)
    {
        // Asked again and again for the one that runs.
        if (!ReferenceEquals(_found?.Id, task))
        {
            _found = Now.Find(task);
            _handler = _found is null ? null : Now.HandlerOf(_found);
        }

        return _found;
    }

    /// <summary>What can be said of a row's handler; null when nothing is known of it.</summary>
    public HandlerRecord? HandlerOf(ScheduledTask task) =>
        ReferenceEquals(task, _found) ? _handler : Now.HandlerOf(task);

    /// <summary>The schedules that were in force in (from, to], each with its span.</summary>
    public IEnumerable<(Roster Roster, DateTimeOffset After, DateTimeOffset Through)> Between(
        DateTimeOffset from, DateTimeOffset to)
    {
        foreach (var (roster, through) in _past)
        {
            if (through > from)
            {
                yield return (roster, from, through < to ? through : to);
                from = through < to ? through : to;
            }
        }

        _past.RemoveAll(past => past.Through <= from);
        if (to > from)
        {
            yield return (Now, from, to);
        }
    }
}
