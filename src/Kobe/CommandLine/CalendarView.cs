using System.Text.Json;
using Kobe.Core.Markets;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe calendar</c> says, as JSON and as a table for a person.</summary>
internal static class CalendarView
{
    /// <summary>The days as an object.</summary>
    public static void Write(Utf8JsonWriter writer, ExchangeCalendar calendar, DateOnly first, DateOnly last)
    {
        writer.WriteStartObject();
        writer.WriteString("calendar", calendar.Name);
        writer.WriteStartArray("days");
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            var day = calendar.On(date);
            writer.WriteStartObject();
            writer.WriteString("date", DayNames.Date(date));
            writer.WriteString("kind", DayNames.Kind(day.Kind));
            writer.WriteString("name", day.Name);
            writer.WriteString("open", Instants.Utc(day.Session?.Open));
            writer.WriteString("close", Instants.Utc(day.Session?.Close));
            writer.WriteBoolean("confirmed", day.Confirmed);
            writer.WriteString("source", day.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The days as rows; times in a zone.</summary>
    public static Table Table(ExchangeCalendar calendar, DateOnly first, DateOnly last, TimeZoneInfo zone)
    {
        var table = new Table("date", "day", "kind", "open", "close", "utc open", "utc close", "name");
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            var day = calendar.On(date);
            var name = (day.Name ?? "") + (day.Confirmed ? "" : day.Name is null ? "unconfirmed" : " (unconfirmed)");
            table.Add(
                DayNames.Date(date), date.DayOfWeek.ToString()[..3], DayNames.Kind(day.Kind),
                Time(day.Session?.Open, zone),
                Time(day.Session?.Close, zone), Time(day.Session?.Open, TimeZoneInfo.Utc),
                Time(day.Session?.Close, TimeZoneInfo.Utc), name);
        }

        return table;
    }

    private static string Time(DateTimeOffset? instant, TimeZoneInfo zone) => instant is { } known
        ? Instants.Time(known, zone)
        : "-";
}
