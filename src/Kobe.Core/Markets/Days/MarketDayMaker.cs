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
        var named = new Phase[CountNamed(table, cuts, from)];
        for (var (i, count) = (from, 0); count < named.Length; i++)
        {
            if (IsNamed(table, cuts, i) && (count == 0 || named[count - 1] != table.Rows[i].Phase))
            {
                named[count++] = table.Rows[i].Phase;
            }
        }

        return named;
    }

    // A phase may take two rows, and is named once.
    private static int CountNamed(PhaseTable table, DateTimeOffset[] cuts, int from)
    {
        var count = 0;
        Phase? last = null;
        for (var i = from; i < table.Rows.Count; i++)
        {
            if (IsNamed(table, cuts, i) && table.Rows[i].Phase != last)
            {
                last = table.Rows[i].Phase;
                count++;
            }
        }

        return count;
    }

    private static bool IsNamed(PhaseTable table, DateTimeOffset[] cuts, int row) =>
        table.Rows[row].Entries == EntryPolicy.Named && cuts[row] < cuts[row + 1];
}
