using System.Text.Json;
using Kobe.Core.Planning.Deciding;
using Kobe.Core.Planning.Forecasting;
using Kobe.Core.Schedules;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe tasks</c> says, as JSON and as a table for a person.</summary>
internal static class TasksView
{
    /// <summary>The rows as an object.</summary>
    public static void Write(Utf8JsonWriter writer, OpenSchedule open, Neighbours neighbours)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("tasks");
        foreach (var task in open.Schedule.Tasks)
        {
            writer.WriteStartObject();
            writer.WriteString("id", task.Id);
            writer.WriteString("handler", task.Run);
            writer.WriteString("category", TaskSettings.Word(task.Category));
            writer.WriteString("kind", task.Kind is { } kind ? TaskSettings.Word(kind) : null);
            writer.WriteNumber("priority", task.Priority);
            writer.WriteString("trigger", task.Trigger.ToString());
            writer.WriteString("on", task.On.ToString());
            writer.WriteBoolean("enabled", Decider.WhyDisabled(task, open.Context.Ledger) is null);
            writer.WriteString("about", task.About);
            writer.WriteString("file", task.Mark.File);
            writer.WriteNumber("line", task.Mark.Line);
            writer.WriteString("next", Instants.Text(Next(task, neighbours, open.Now), open.Zone));
            writer.WriteString("never", Forecaster.WhyNever(task, open.Context));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The rows in a table.</summary>
    public static Table Table(OpenSchedule open, Neighbours neighbours)
    {
        var table = new Table("task", "handler", "category", "p", "trigger", "on", "next", "about");
        foreach (var task in open.Schedule.Tasks)
        {
            var category = TaskSettings.Word(task.Category)
                + (task.Kind is { } kind ? $" {TaskSettings.Word(kind)}" : "");
            table.Add(
                task.Id, task.Run, category, task.Priority.ToString(), task.Trigger.ToString(), task.On.ToString(),
                Forecaster.WhyNever(task, open.Context)
                    ?? Instants.Text(Next(task, neighbours, open.Now), open.Zone) ?? "-",
                task.About ?? "");
        }

        return table;
    }

    private static DateTimeOffset? Next(ScheduledTask task, Neighbours neighbours, DateTimeOffset now) =>
        neighbours.Next(task, now, 1) is [var forecast] ? forecast.Occurrence.Due : null;
}
