using System.Text.Json;
using Kobe.Core.Planning;
using Kobe.Core.Planning.Forecasting;
using Kobe.Core.Schedules;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe tasks --summary</c> says: how much the schedule has, and has to do.</summary>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Handlers">How many handlers they use.</param>
/// <param name="Categories">How many rows each category has, and how many handlers those use.</param>
/// <param name="Days">One date of each kind.</param>
internal sealed record TasksSummary(
    int Rows,
    int Handlers,
    IReadOnlyList<(string Category, int Rows, int Handlers)> Categories,
    IReadOnlyList<DaySample> Days)
{
    public static TasksSummary Of(OpenSchedule open)
    {
        var tasks = open.Schedule.Tasks;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(open.Now, open.Zone).DateTime);
        return new(
            tasks.Count,
            tasks.Select(task => task.Run).Distinct().Count(),
            [
                .. tasks.GroupBy(task => task.Category).OrderBy(group => group.Key).Select(group => (
                    TaskSettings.Word(group.Key), group.Count(), group.Select(task => task.Run).Distinct().Count())),
            ],
            DaySamples.Of(new Timeline(open.Schedule, open.Calendars), open.Calendars, today));
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("rows", Rows);
        writer.WriteNumber("handlers", Handlers);
        writer.WriteStartArray("categories");
        foreach (var (category, rows, handlers) in Categories)
        {
            writer.WriteStartObject();
            writer.WriteString("category", category);
            writer.WriteNumber("rows", rows);
            writer.WriteNumber("handlers", handlers);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("days");
        foreach (var day in Days)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", day.Kind);
            writer.WriteString("date", DayNames.Date(day.Date));
            writer.WriteNumber("occurrences", day.Occurrences);
            writer.WriteNumber("runs", day.Runs);
            writer.WriteNumber("tasks", day.Tasks);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public void Print()
    {
        Terminal.Write(new($"{Rows} rows on {Handlers} handlers\n"));
        var categories = new Table("category", "rows", "handlers");
        foreach (var (category, rows, handlers) in Categories)
        {
            categories.Add(category, rows.ToString(), handlers.ToString());
        }

        TableOutput.Write(categories);
        Terminal.Write(new("\nWhat falls due and runs, by schedule and calendar alone:\n"));
        var days = new Table("kind of day", "date", "occurrences", "runs", "rows that run");
        foreach (var day in Days)
        {
            days.Add(
                day.Kind.Replace('_', ' '), DayNames.Date(day.Date), day.Occurrences.ToString(), day.Runs.ToString(),
                day.Tasks.ToString());
        }

        TableOutput.Write(days);
    }
}
