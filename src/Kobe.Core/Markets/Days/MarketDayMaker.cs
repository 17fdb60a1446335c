using Kobe.Contracts;
using Kobe.Core.Markets.Events;

namespace Kobe.Core.Markets.Days;

/// <summary>Cuts a date into its phases and says what holds in each.</summary>
internal static class MarketDayMaker
{
    public static MarketDay Make(DateOnly date, ExchangeCalendar calendar, PhaseTable table, SeasonTable seasons)
    {
        var day = calendar.On(date);
        var local = new LocalDay(date, calendar.Zone);
        var next = calendar.NextSession(date);
        return new MarketDay
        {
            Day = day,
            Start = local.Start,
            End = local.End,
            Spans = day.Session is { } session
                ? OpenSpans(day, session, table, local, calendar.Zone, next)
                : ClosedSpans(day, table, local, calendar.Zone, next),
            Seasons = seasons.SeasonsOf(date),
            Events = seasons.EventsOf(date),
            NextSession = next,
        };
    }

    private static PhaseSpan[] OpenSpans(
        TradingDay day, Session session, PhaseTable table, in LocalDay local, TimeZoneInfo zone, TradingDay? next)
    {
        var cuts = PhaseCuts.Of(table, session, local);
        var spans = new List<PhaseSpan>(table.Rows.Count);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            if (cuts[i] < cuts[i + 1])
            {
                var row = table.Rows[i];
                var reason = PhaseReason.Open(row, cuts, i, table, session, zone, next);
                spans.Add(new(
                    row.Phase, row.Mode, row.Entries, cuts[i], cuts[i + 1], NamedFrom(table, cuts, i), reason));
            }
        }

        return spans.ToArray();
    }

    // A date that its zone skips has no instant, and so no phase.
    private static PhaseSpan[] ClosedSpans(
        TradingDay day, PhaseTable table, in LocalDay local, TimeZoneInfo zone, TradingDay? next)
    {
        var phase = day.Kind == DayKind.Holiday ? Phase.HOLIDAY : Phase.WEEKEND;
        return local.Start == local.End ? [] :
        [
            new(phase, table.ClosedMode, EntryPolicy.Closed, local.Start, local.End, [],
                PhaseReason.Closed(day, zone, next)),
        ];
    }

    private static Phase[] NamedFrom(PhaseTable table, DateTimeOffset[] cuts, int from)
    {
        var named = new Phase[table.Rows.Count];
        var count = 0;
        for (var i = from; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            if (row.Entries == EntryPolicy.Named && cuts[i] < cuts[i + 1]
                && (count == 0 || named[count - 1] != row.Phase))
            {
                named[count++] = row.Phase;
            }
        }

        return named[..count];
    }
}
