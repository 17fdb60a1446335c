using System.Globalization;
using Kobe.Contracts;

namespace Kobe.Core.Markets.Days;

/// <summary>Says in a sentence what may trade in a phase, until when, and why.</summary>
internal static class PhaseReason
{
    public static string Open(
        PhaseRule row,
        DateTimeOffset[] cuts,
        int index,
        PhaseTable table,
        Session session,
        TimeZoneInfo zone,
        TradingDay? next)
    {
        var isCore = cuts[index] >= session.Open && cuts[index] < session.Close;
        var opens = cuts[index] < session.Open ? session.Open : next?.Session?.Open;
        var exits = isCore ? "exits run" : "the market is closed" + Opens(opens, zone);
        var entries = row.Entries switch
        {
            EntryPolicy.Free => "entries are free",
            EntryPolicy.Named => $"only entries that name {row.Name} ({row.Purpose ?? "named rows"})",
            _ => "no entries",
        };
        return $"{row.Name} until {Clock(EndOfPhase(table, cuts, index), zone)}: {entries}, {exits}.";
    }

    public static string Closed(TradingDay day, TimeZoneInfo zone, TradingDay? next)
    {
        var why = day.Kind == DayKind.Holiday ? $"HOLIDAY: closed all day for {day.Name}" : "WEEKEND: closed all day";
        return $"{why}{Opens(next?.Session?.Open, zone)}.";
    }

    // A phase may take several rows; it ends where the first row of another begins.
    private static DateTimeOffset EndOfPhase(PhaseTable table, DateTimeOffset[] cuts, int index)
    {
        var end = index + 1;
        while (end < table.Rows.Count && table.Rows[end].Phase == table.Rows[index].Phase)
        {
            end++;
        }

        return cuts[end];
    }

    private static string Opens(DateTimeOffset? open, TimeZoneInfo zone) =>
        open is { } instant && Sortable(instant, zone) is var text ? $", opens {text[..10]} {text[11..16]}" : "";

    private static string Clock(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var time = Sortable(instant, zone)[11..];
        return time == "00:00:00" ? "24:00" : time[..5];
    }

    // A format of one letter, as the runtime has those ready; any other is compiled at the first answer.
    private static string Sortable(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("s", CultureInfo.InvariantCulture);
}
