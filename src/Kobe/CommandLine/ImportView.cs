using System.Text.Json;
using Kobe.Core.Schedules.Importing;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe import</c> says, as JSON and as a table for a person.</summary>
internal static class ImportView
{
    /// <summary>The summary; without a folder the schedule's text is a member of it.</summary>
    public static void Write(Utf8JsonWriter writer, Import import, string? folder, IReadOnlyList<ImportedFile> files)
    {
        writer.WriteStartObject();
        writer.WriteNumber("tasks", import.Tasks.Count);
        writer.WriteNumber("handlers", import.Tasks.Select(task => task.Run).Distinct().Count());
        writer.WriteStartArray("files");
        foreach (var file in files.Where(_ => folder is not null))
        {
            writer.WriteStartObject();
            writer.WriteString("path", Path.Combine(folder!, file.Name));
            writer.WriteNumber("tasks", file.Tasks);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("schedule", folder is null ? files[0].Text : null);
        writer.WriteStartArray("changes");
        foreach (var change in import.Changes)
        {
            writer.WriteStartObject();
            writer.WriteString("part", change.Part.ToString().ToLowerInvariant());
            writer.WriteString("from", change.From);
            writer.WriteString("to", change.To);
            writer.WriteNumber("line", change.Line);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The files that were written.</summary>
    public static Table Table(string folder, IReadOnlyList<ImportedFile> files)
    {
        var table = new Table("tasks", "file");
        foreach (var file in files)
        {
            table.Add(file.Tasks.ToString(), Path.Combine(folder, file.Name));
        }

        return table;
    }
}
