using Kobe.Core.Markets;
using Kobe.Core.Planning;
using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>Derives again what fell due under the schedules in force, each for its span, and tells of keys that the
/// journal lacks or has too many.</summary>
/// <remarks>
/// None may ever be found: it is how a mistake of ours shows before a person misses something. It looks while the lane
/// is free, a little at a time; for keys too many once a date is over everywhere. Which spans it covers, and which it
/// can't, is in ADR 0023.
/// </remarks>
internal sealed class KeyAudit
{
    // Some microseconds each: a turn of the loop is not longer for it.
    private const int OccurrencesPerLook = 200;
    private const int TasksPerLook = 20;

    // By then a date is over in every zone, and its last runs have been planned.
    private const int DaysUntilOver = 2;

    // Each keeps its rows in memory; more reloads in three days are somebody trying things out.
    private const int SpansMax = 16;

    private readonly BrainState state;
    private readonly AuditSpan _boot;
    private readonly List<AuditSpan> _spans;
    private readonly Queue<string> _tasks = new();
    private DateTimeOffset _high;
    private DateOnly _date;
    private DateOnly _next;
    private long _unchangedSince;

    /// <summary>Begins with the schedule that has just come into force.</summary>
    public KeyAudit(BrainState state)
    {
        this.state = state;
        _high = state.Ledger.Watermark ?? state.Now;
        _boot = new(state.Roster, state.Ledger.Loads is [.., var load] ? load : null, _high);
        _spans = [_boot];
        _next = DateBefore(_high);
    }

    /// <summary>Tells, from any thread, that the schedule of this start and its calendars are those of earlier ones.
    /// </summary>
    /// <param name="since">Since when nothing in them has changed, UTC.</param>
    public void Unchanged(DateTimeOffset since) => Interlocked.Exchange(ref _unchangedSince, since.UtcTicks);

    /// <summary>Looks a little further.</summary>
    public void Look()
    {
        if (state.Ledger.Watermark is not { } watermark || state.Lane is not null || state.Book.Problem is not null
            || state.Ledger.ClockBehind)
        {
            return;
        }

        if (_spans[^1].Roster != state.Roster)
        {
            Next();
        }

        if (Interlocked.Exchange(ref _unchangedSince, 0) is var ticks && ticks > 0)
        {
            Extend(UtcTicks.ToInstant(ticks), watermark);
        }

        _high = watermark > _high ? watermark : _high;
        LookForLost(watermark);
        LookForExtra(watermark);
    }

    private static DateOnly DateBefore(DateTimeOffset instant) =>
        DateOnly.FromDateTime(instant.UtcDateTime).AddDays(-1);

    // A reload plans up to its instant under the old schedule first. What a clock set back had planned ahead was
    // the old one's, too.
    private void Next()
    {
        var loads = state.Ledger.Loads;
        var old = _spans[^1];
        var after = 0;
        while (after < loads.Count && loads[after] != old.Load)
        {
            after++;
        }

        old.Through = after + 1 < loads.Count ? loads[after + 1].From : loads[^1].From;
        var from = loads[^1].From;
        _spans.Add(new(state.Roster, loads[^1], from > _high ? from : _high));
        _spans.RemoveAll(span => span.Through is { } through && DateBefore(through).AddDays(DaysUntilOver) < _next);
        _spans.RemoveRange(0, Math.Max(0, _spans.Count - SpansMax));
    }

    // The same schedule was in force before this start, and is in the journal since its load; dates that the ledger
    // has forgotten can't be held against anything.
    private void Extend(DateTimeOffset since, DateTimeOffset watermark)
    {
        var inReach = new DateTimeOffset(
            DateOnly.FromDateTime(watermark.UtcDateTime).AddDays(2 - RunLimits.ReachDays), TimeOnly.MinValue,
            TimeSpan.Zero);
        var from = _boot.Load is { } load && load.From > since ? load.From : since;
        _boot.Extend(from > inReach ? from : inReach);
        _tasks.Clear();
        _next = DateBefore(_boot.From) < _next ? DateBefore(_boot.From) : _next;
    }

    private void LookForLost(DateTimeOffset watermark)
    {
        var budget = OccurrencesPerLook;
        foreach (var span in _spans)
        {
            var through = span.Through ?? watermark;

            // A person who confirmed a clock that was set back has what was planned ahead of it planned again.
            span.Looked = span.Looked < through ? span.Looked : through;
            if (span.Looked < through && !TryFinish(span, through, ref budget))
            {
                return;
            }
        }
    }

    private bool TryFinish(AuditSpan span, DateTimeOffset through, ref int budget)
    {
        foreach (var occurrence in span.Roster.Timeline.Between(span.Looked, through))
        {
            if (--budget < 0 && occurrence.Due > span.Looked)
            {
                return false;
            }

            if (!KeyAccount.Has(occurrence, state.Ledger))
            {
                state.Breaches.Add($"{occurrence.Key} fell due and is not in the journal.", state.Alerts);
            }

            span.Looked = occurrence.Due;
        }

        span.Looked = through;
        return true;
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
            foreach (var span in _spans)
            {
                foreach (var key in KeyAccount.Extra(
                    task, span.Roster.Find(task), _date, span.From, span.Through ?? watermark, span.Roster.Calendars,
                    state.Ledger))
                {
                    state.Breaches.Add($"{key} is in the journal and in no schedule.", state.Alerts);
                }
            }
        }
    }
}
