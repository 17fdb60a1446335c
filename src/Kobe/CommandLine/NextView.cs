using System.Text.Json;
using Kobe.Core.Planning.Forecasting;
using Kobe.Core.Text;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe next</c> says, as JSON and as a table for a person.</summary>
internal static class NextView
{
    /// <summary>The occurrences as an object.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Forecast> next, TimeZoneInfo zone)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("occurrences");
        foreach (var forecast in next)
        {
            var occurrence = forecast.Occurrence;
            writer.WriteStartObject();
            writer.WriteString("key", occurrence.Key.ToString());
            writer.WriteString("task", occurrence.Task.Id);
            writer.WriteString("handler", occurrence.Task.Run);
            writer.WriteString("dueAt", Instants.Text(occurrence.Due, zone));
            writer.WriteString("utc", Instants.Utc(occurrence.Due));
            writer.WriteNumber("priority", occurrence.Task.Priority);
            writer.WriteString("expiresAt", Instants.Text(occurrence.Expires, zone));
            writer.WriteString("reason", forecast.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The occurrences as rows.</summary>
    public static Table Table(IReadOnlyList<Forecast> next, DateTimeOffset now, TimeZoneInfo zone)
    {
        var table = new Table("due", "utc", "in", "p", "task", "handler", "reason");
        foreach (var forecast in next)
        {
            var occurrence = forecast.Occurrence;
            table.Add(
                Instants.Text(occurrence.Due, zone), Instants.Utc(occurrence.Due)!, In(occurrence.Due - now),
                occurrence.Task.Priority.ToString(), occurrence.Task.Id, occurrence.Task.Run, forecast.Reason);
        }

        return table;
    }

    // Whole seconds below an hour, whole minutes above.
    private static string In(TimeSpan span)
    {
        var step = span < TimeSpan.FromHours(1) ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMinute;
        var whole = new TimeSpan(span.Ticks / step * step);
        return whole > TimeSpan.Zero ? DurationText.Format(whole) : "now";
    }
}
