using System.Text;
using System.Text.Json;
using Kobe.Core.Planning.Forecasting;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe plan</c> says, as JSON and as a table for a person.</summary>
internal static class PlanView
{
    /// <summary>One day as an object; of several the list of them.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<DayForecast> days, bool all, TimeZoneInfo zone)
    {
        if (days.Count == 1)
        {
            Write(writer, days[0], all, zone);
            return;
        }

        writer.WriteStartObject();
        writer.WriteStartArray("days");
        foreach (var day in days)
        {
            Write(writer, day, all, zone);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The day in one line: what it is and how much falls due.</summary>
    public static StringBuilder Heading(DayForecast day)
    {
        var kind = DayNames.Kind(day.Day.Kind).Replace('_', ' ') + (day.Day.Name is { } name ? $", {name}" : "");
        var runs = day.Forecasts.Count(forecast => forecast.Runs);
        return new StringBuilder($"{day.Day.Date.DayOfWeek} {DayNames.Date(day.Day.Date)} ({kind}): ")
            .Append($"{day.Forecasts.Count} due, {runs} run, {day.Forecasts.Count - runs} skip\n");
    }

    /// <summary>The day's lines; steps of an interval that come to the same are one line.</summary>
    /// <param name="day">The day.</param>
    /// <param name="each">Whether each step has its line.</param>
    /// <param name="zone">The zone of the times.</param>
    public static Table Table(DayForecast day, bool each, TimeZoneInfo zone)
    {
        var table = new Table("due", "decision", "p", "task", "handler", "phase", "expires", "reason");
        foreach (var stretch in PlanStretch.Of(day.Forecasts, together: !each))
        {
            var first = stretch.First.Occurrence;
            table.Add(
                Due(stretch, day, zone), Decision(stretch.First), first.Task.Priority.ToString(), first.Task.Id,
                first.Task.Run, Phase(stretch), stretch.Count > 1 ? "" : DayTimes.Of(first.Expires, day.Day.Date, zone),
                stretch.First.Reason);
        }

        foreach (var absent in day.Absences)
        {
            table.Add("-", "-", absent.Task.Priority.ToString(), absent.Task.Id, absent.Task.Run, "-", "-",
                absent.Absence.Reason);
        }

        return table;
    }

    private static void Write(Utf8JsonWriter writer, DayForecast day, bool all, TimeZoneInfo zone)
    {
        writer.WriteStartObject();
        writer.WriteString("date", DayNames.Date(day.Day.Date));
        writer.WriteString("kind", DayNames.Kind(day.Day.Kind));
        writer.WriteString("name", day.Day.Name);
        writer.WriteStartArray("occurrences");
        foreach (var forecast in day.Forecasts)
        {
            Write(writer, forecast, zone);
        }

        writer.WriteEndArray();
        if (all)
        {
            writer.WriteStartArray("absent");
            foreach (var absent in day.Absences)
            {
                writer.WriteStartObject();
                writer.WriteString("task", absent.Task.Id);
                writer.WriteString("cause", TaskSettings.Word(absent.Absence.Cause));
                writer.WriteString("reason", absent.Absence.Reason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Forecast forecast, TimeZoneInfo zone)
    {
        var occurrence = forecast.Occurrence;
        writer.WriteStartObject();
        writer.WriteString("key", occurrence.Key.ToString());
        writer.WriteString("task", occurrence.Task.Id);
        writer.WriteString("handler", occurrence.Task.Run);
        writer.WriteString("category", TaskSettings.Word(occurrence.Task.Category));
        writer.WriteNumber("priority", occurrence.Task.Priority);
        writer.WriteString("dueAt", Instants.Text(occurrence.Due, zone));
        writer.WriteString("utc", Instants.Utc(occurrence.Due));
        writer.WriteString("decision", Decision(forecast));
        var isOver = forecast.Known is { } run ? run.State == RunState.Final : !forecast.Runs;
        writer.WriteString("state", isOver ? TaskSettings.Word(forecast.State) : null);
        writer.WriteString("reason", forecast.Reason);
        writer.WriteString("phase", forecast.Phase.ToString());
        writer.WriteString("mode", forecast.Mode.ToString());
        writer.WriteString("expiresAt", Instants.Text(occurrence.Expires, zone));
        writer.WriteBoolean("journalled", forecast.Known is not null);
        writer.WriteEndObject();
    }

    private static string Due(PlanStretch stretch, DayForecast day, TimeZoneInfo zone)
    {
        var first = DayTimes.Of(stretch.First.Occurrence.Due, day.Day.Date, zone);
        return stretch.Count == 1
            ? first
            : $"{first}-{DayTimes.Of(stretch.Last.Occurrence.Due, day.Day.Date, zone)} ×{stretch.Count}";
    }

    private static string Decision(Forecast forecast) => forecast.Runs ? "run" : "skip";

    private static string Phase(PlanStretch stretch) => stretch.First.Phase == stretch.Last.Phase
        ? stretch.First.Phase.ToString()
        : $"{stretch.First.Phase} to {stretch.Last.Phase}";
}
