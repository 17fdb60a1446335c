using System.Globalization;
using System.Text;

namespace Kobe.Core.Schedules.Importing;

/// <summary>Writes imported rows as schedule files.</summary>
public static class ImportWriter
{
    // Words that YAML readers of other programs take for something else than text.
    private static readonly string[] NotText = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

    /// <summary>All rows as one file, in the order of the list.</summary>
    /// <param name="tasks">The rows.</param>
    /// <param name="zone">The zone of their times.</param>
    /// <param name="source">What they were made of, for the first line.</param>
    public static string One(IReadOnlyList<ImportedTask> tasks, string zone, string source)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return Text(tasks, zone, source, on: null);
    }

    /// <summary>The rows as files, one for each selector, in more parts where one would be too large.</summary>
    /// <param name="tasks">The rows.</param>
    /// <param name="zone">The zone of their times.</param>
    /// <param name="source">What they were made of, for the first line.</param>
    public static IReadOnlyList<ImportedFile> Files(IReadOnlyList<ImportedTask> tasks, string zone, string source)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        var files = new List<ImportedFile>();
        foreach (var group in tasks.GroupBy(task => task.On))
        {
            var part = 0;
            foreach (var rows in group.Chunk(ScheduleLimits.RowsOfFileMax))
            {
                var name = ++part == 1 ? $"{group.Key}.yaml" : $"{group.Key}-{part}.yaml";
                files.Add(new(name, rows.Length, Text(rows, zone, source, group.Key)));
            }
        }

        return files;
    }

    private static string Text(IReadOnlyList<ImportedTask> tasks, string zone, string source, string? on)
    {
        var text = new StringBuilder();
        text.Append("# Made by kobe import of ").Append(source).Append(": ")
            .Append(tasks.Count.ToString(CultureInfo.InvariantCulture)).Append(" rows.\n");
        text.Append("zone: ").Append(zone).Append('\n');
        if (on is not null)
        {
            text.Append("defaults: { on: ").Append(on).Append(" }\n");
        }

        text.Append("tasks:\n");
        foreach (var task in tasks)
        {
            text.Append("  - { id: ").Append(Scalar(task.Id));
            text.Append(", at: \"").Append(task.Time.ToString("HH:mm", CultureInfo.InvariantCulture)).Append('"');
            text.Append(", run: ").Append(Scalar(task.Run));
            text.Append(", priority: ").Append(task.Priority.ToString(CultureInfo.InvariantCulture));
            text.Append(on is null ? $", on: {task.On}" : "").Append(" }\n");
        }

        return text.ToString();
    }

    // A name that looks like a number or a switch to other readers is quoted.
    private static string Scalar(string name) =>
        char.IsAsciiLetter(name[0]) && !NotText.Contains(name, StringComparer.Ordinal) ? name : $"\"{name}\"";
}
