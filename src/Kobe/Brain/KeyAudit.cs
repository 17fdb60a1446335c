using Kobe.Core.Planning;

namespace Kobe.Brain;

/// <summary>Derives again what fell due since this schedule came into force, and tells of keys that the journal lacks
/// or has too many.</summary>
/// <remarks>
/// None may ever be found: it is how a mistake of ours shows before a person misses something. It looks while the lane
/// is free, a little at a time; for keys too many once a date is over everywhere. What earlier brains planned was
/// theirs to look at.
/// </remarks>
internal sealed class KeyAudit(BrainState state)
{
    // Some microseconds each: a turn of the loop is not longer for it.
    private const int OccurrencesPerLook = 200;
    private const int TasksPerLook = 20;

    // By then a date is over in every zone, and its last runs have been planned.
    private const int DaysUntilOver = 2;

    private readonly Queue<string> _tasks = new();
    private Roster? _roster;
    private DateTimeOffset _from;
    private DateTimeOffset _through;
    private DateOnly _date;
    private DateOnly _next;

    /// <summary>Looks a little further.</summary>
    public void Look()
    {
        if (state.Ledger.Watermark is not { } watermark || state.Lane is not null || state.Book.Problem is not null
            || state.Ledger.ClockBehind)
        {
            return;
        }

        if (_roster != state.Roster)
        {
            Begin(watermark);
        }

        LookForLost(watermark);
        LookForExtra(watermark);
    }

    // All that falls due from here on is planned by this schedule: a reload plans up to its instant first.
    private void Begin(DateTimeOffset watermark)
    {
        _roster = state.Roster;
        _from = _through = watermark;
        _next = DateOnly.FromDateTime(watermark.UtcDateTime).AddDays(-1);
        _tasks.Clear();
    }

    private void LookForLost(DateTimeOffset watermark)
    {
        // A person who confirmed a clock that was set back has what was planned ahead of it planned again.
        _through = _through < watermark ? _through : watermark;
        if (_through == watermark)
        {
            return;
        }

        var count = 0;
        foreach (var occurrence in state.Roster.Timeline.Between(_through, watermark))
        {
            if (++count > OccurrencesPerLook && occurrence.Due > _through)
            {
                return;
            }

            if (!KeyAccount.Has(occurrence, state.Ledger))
            {
                state.Breaches.Add($"{occurrence.Key} fell due and is not in the journal.", state.Alerts);
            }

            _through = occurrence.Due;
        }

        _through = watermark;
    }

    private void LookForExtra(DateTimeOffset watermark)
    {
        if (_tasks.Count == 0)
        {
            if (_next.AddDays(DaysUntilOver) > DateOnly.FromDateTime(watermark.UtcDateTime))
            {
                return;
            }

            _date = _next;
            _next = _date.AddDays(1);
            foreach (var task in state.Ledger.TasksOn(_date))
            {
                _tasks.Enqueue(task);
            }
        }

        for (var i = 0; i < TasksPerLook && _tasks.TryDequeue(out var task); i++)
        {
            foreach (var key in KeyAccount.Extra(
                task, state.Roster.Find(task), _date, _from, _through, state.Roster.Calendars, state.Ledger))
            {
                state.Breaches.Add($"{key} is in the journal and in no schedule.", state.Alerts);
            }
        }
    }
}
