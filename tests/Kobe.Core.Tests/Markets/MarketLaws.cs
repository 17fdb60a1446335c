using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Testing;

namespace Kobe.Core.Tests.Markets;

/// <summary>What must hold on every date of every calendar, at each boundary, beside it and in between.</summary>
/// <remarks>Sessions are listed beforehand from the calendar; the clock's answers are held against that list.</remarks>
internal sealed class MarketLaws
{
    private readonly MarketClock _clock;
    private readonly Random _random;
    private readonly Session[] _sessions;
    private int _next;

    private MarketLaws(MarketClock clock, DateOnly first, DateOnly last, int seed)
    {
        _clock = clock;
        _random = new Random(seed);
        var end = last.AddDays(20) < ExchangeCalendar.LastDate ? last.AddDays(20) : ExchangeCalendar.LastDate;
        _sessions = Days.Between(first, end)
            .Select(date => clock.Calendar.On(date).Session).OfType<Session>().ToArray();
    }

    /// <summary>Checks the dates from the first to the last; the seed places the probes between boundaries.</summary>
    /// <returns>The lengths of the dates that occurred, in order.</returns>
    public static IReadOnlyList<TimeSpan> Hold(MarketClock clock, DateOnly first, DateOnly last, int seed)
    {
        var laws = new MarketLaws(clock, first, last, seed);
        var lengths = new SortedSet<TimeSpan>();
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            var day = clock.Day(date);
            lengths.Add(day.End - day.Start);
            laws.Partition(day);
            laws.Follow(day);
            foreach (var span in day.Spans)
            {
                laws.Holds(day, span, span.Start);
                laws.Holds(day, span, span.Start.AddTicks(1));
                laws.Holds(day, span, span.Start.AddTicks(laws._random.NextInt64((span.End - span.Start).Ticks)));
                laws.Holds(day, span, span.End.AddTicks(-1));
            }
        }

        return [.. lengths];
    }

    private void Partition(MarketDay day)
    {
        var end = day.Start;
        var row = -1;
        foreach (var span in day.Spans)
        {
            Law(span.Start == end, day, span.Start, "phases leave a gap or overlap");
            Law(span.End > span.Start, day, span.Start, "a phase is empty or negative");
            end = span.End;
            var rows = PhaseTable.BuiltIn.Rows;
            var here = Enumerable.Range(0, rows.Count).FirstOrDefault(
                i => rows[i].Phase == span.Phase && rows[i].Mode == span.Mode, defaultValue: rows.Count);
            Law(here > row, day, span.Start, "phases stand out of order");
            row = here;
        }

        Law(end == day.End, day, end, "phases do not fill the date");
        Law(day.Boundaries.SequenceEqual(day.Spans.Select(span => span.Start)), day, day.Start, "boundaries differ");
    }

    private void Follow(MarketDay day)
    {
        if (day.Date < ExchangeCalendar.LastDate)
        {
            Law(_clock.Day(day.Date.AddDays(1)).Start == day.End, day, day.End, "the next date begins elsewhere");
        }

        if (day.Day.Session is { } session)
        {
            Law(session.Pre <= session.Open && session.Open < session.Close && session.Close <= session.Post,
                day, session.Open, "segments stand out of order");
            Law(session.Open >= day.Start && session.Close <= day.End,
                day, session.Open, "core trading leaves the date");
        }
    }

    private void Holds(MarketDay day, PhaseSpan span, DateTimeOffset instant)
    {
        var now = _clock.At(instant);
        Law(now.Timestamp == instant && now.Timestamp.Offset == _clock.Calendar.Zone.GetUtcOffset(instant.UtcDateTime),
            day, instant, "the timestamp is not the instant in the exchange's zone");
        var reading = DateOnly.FromDateTime(now.Timestamp.DateTime);
        Law(now.Date == day.Date, day, instant, $"the date is {now.Date:o}");
        Law(reading == day.Date || IsSetBackAcrossMidnight(day, instant), day, instant, $"clocks show {reading:o}");
        Law((now.Phase, now.Mode, now.Entries, now.Seasons, now.Reason)
            == (span.Phase, span.Mode, span.Entries, day.Seasons, span.Reason),
            day, instant, "something changes off the boundaries");
        Law(now.PhaseGroup == PhaseTable.GroupOf(now.Phase), day, instant, "the group is not the phase's");
        Law(NamedFrom(day, span).SequenceEqual(now.EntriesNamed),
            day, instant, "the named phases are not those to come");
        var session = day.Day.Session;
        var open = session is not null && instant >= session.Open && instant < session.Close;
        Law(now.IsMarketOpen == open && now.ExitsAllowed == open, day, instant, "the market is open or not");
        Law(open == (session is not null && span.Start >= session.Open && span.End <= session.Close),
            day, instant, "the market opens or closes off the boundaries");
        Law(open == now.PhaseGroup is PhaseGroup.MARKET_OPEN or PhaseGroup.MARKET_CLOSE,
            day, instant, "core trading and its phases differ");
        Law(now.Open == session?.Open && now.Close == session?.Close, day, instant, "the session is not the date's");
        Law(now.IsTradingDay == session is not null && now.EntriesAllowed == (span.Entries == EntryPolicy.Free),
            day, instant, "flags differ");
        NextHolds(day, now, instant);
    }

    private void NextHolds(MarketDay day, in MarketContext now, DateTimeOffset instant)
    {
        while (_next > 0 && _sessions[_next - 1].Close > instant)
        {
            _next--;
        }

        while (_next < _sessions.Length && _sessions[_next].Close <= instant)
        {
            _next++;
        }

        var nextClose = _next < _sessions.Length ? _sessions[_next].Close : (DateTimeOffset?)null;
        var later = _next < _sessions.Length && _sessions[_next].Open <= instant ? _next + 1 : _next;
        var nextOpen = later < _sessions.Length ? _sessions[later].Open : (DateTimeOffset?)null;
        Law(now.NextOpen == nextOpen, day, instant, $"the next open is {now.NextOpen:u}, not {nextOpen:u}");
        Law(now.NextClose == nextClose, day, instant, $"the next close is {now.NextClose:u}, not {nextClose:u}");
        Law(!(now.NextOpen <= instant) && !(now.NextClose <= instant), day, instant, "what comes next lies behind");
        Law(now.MinutesToOpen == (now.IsMarketOpen ? null : Minutes(nextOpen - instant)),
            day, instant, "minutes to open");
        Law(now.MinutesToClose == (now.IsMarketOpen ? Minutes(nextClose - instant) : null),
            day, instant, "minutes to close");
    }

    // The one case in which clocks show another date: they were set back across the midnight at which it began.
    private bool IsSetBackAcrossMidnight(MarketDay day, DateTimeOffset instant) =>
        instant - day.Start < TimeSpan.FromHours(1) && _clock.Calendar.Zone.GetUtcOffset(day.Start.UtcDateTime)
            > _clock.Calendar.Zone.GetUtcOffset(instant.UtcDateTime);

    private static int? Minutes(TimeSpan? span) => (int?)span?.TotalMinutes;

    private static IEnumerable<Phase> NamedFrom(MarketDay day, PhaseSpan from) => day.Spans
        .Where(span => span.Start >= from.Start && span.Entries == EntryPolicy.Named)
        .Select(span => span.Phase).Distinct();

    private void Law(bool holds, MarketDay day, DateTimeOffset instant, string broken)
    {
        if (!holds)
        {
            Assert.Fail($"{_clock.Calendar.Name} {day.Date:o}, at {instant:o}: {broken}");
        }
    }
}
