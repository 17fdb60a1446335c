using System.Text;
using System.Text.Json;
using Kobe.Core.Text;
using Kobe.Schedules;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe check</c> says, as JSON and as lines that editors understand.</summary>
internal static class CheckView
{
    /// <summary>The report as an object.</summary>
    public static void Write(Utf8JsonWriter writer, ScheduleReport report)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("ok", report.IsFine);
        writer.WriteNumber("tasks", report.Tasks);
        writer.WriteNumber("handlers", report.Handlers ?? 0);
        writer.WriteBoolean("handlersChecked", report.Handlers is not null);
        WriteAll(writer, "errors", report.Errors);
        WriteAll(writer, "warnings", report.Warnings);
        writer.WriteNumber("more", report.More);
        writer.WriteEndObject();
    }

    /// <summary>One line for each error and warning, then the sum.</summary>
    public static StringBuilder Text(ScheduleReport report)
    {
        var text = new StringBuilder();
        foreach (var item in (Diagnostic[])[.. report.Errors, .. report.Warnings])
        {
            text.Append(item).Append('\n');
        }

        if (report.More > 0)
        {
            text.Append($"... and {report.More} more.\n");
        }

        var (errors, warnings) = (report.Errors.Count, report.Warnings.Count);
        return text.Append(Count(report.Tasks, "task"))
            .Append(report.Handlers is { } handlers ? $", {Count(handlers, "handler")}: " : ": ")
            .Append(errors + warnings == 0 ? "fine" : $"{Count(errors, "error")}, {Count(warnings, "warning")}")
            .Append(report.More > 0 ? " shown.\n" : ".\n");
    }

    private static void WriteAll(Utf8JsonWriter writer, string name, IReadOnlyList<Diagnostic> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            writer.WriteString("file", item.File);
            writer.WriteNumber("line", item.Line);
            writer.WriteNumber("column", item.Column);
            writer.WriteString("code", item.Code);
            writer.WriteString("message", item.Message);
            writer.WriteString("hint", item.Hint);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
