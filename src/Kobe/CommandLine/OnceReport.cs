using System.Globalization;
using System.Text.Json;
using Kobe.Brain;
using Kobe.Core.Runs;

namespace Kobe.CommandLine;

/// <summary>What one cycle did: a row for each occurrence that ended or was tried.</summary>
internal static class OnceReport
{
    public static void Write(IReadOnlyList<RunEvent> events, NextDue? next, bool json, TimeZoneInfo zone)
    {
        var rows = events.Select(Row).OfType<OnceRow>().ToList();
        if (json)
        {
            JsonOutput.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("runs");
                foreach (var row in rows)
                {
                    writer.WriteStartObject();
                    writer.WriteString("key", row.Key);
                    writer.WriteString("outcome", row.Outcome);
                    writer.WriteString("reason", row.Reason);
                    writer.WriteNumber("durationMs", row.DurationMs);
                    writer.WriteString("at", Instants.Text(row.At, zone));
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                WriteNext(writer, next, zone);
                writer.WriteEndObject();
            });
            return;
        }

        if (rows.Count == 0)
        {
            Console.WriteLine(next is null
                ? "Nothing is due, now or later."
                : $"Nothing is due. Next: {next.Key} at {Instants.Text(next.DueAt, zone)}.");
            return;
        }

        var table = new Table("key", "outcome", "ms", "reason");
        foreach (var row in rows)
        {
            table.Add(
                row.Key, row.Outcome, row.DurationMs.ToString(CultureInfo.InvariantCulture), row.Reason ?? "");
        }

        TableOutput.Write(table);
    }

    private static void WriteNext(Utf8JsonWriter writer, NextDue? next, TimeZoneInfo zone)
    {
        if (next is null)
        {
            writer.WriteNull("next");
            return;
        }

        writer.WriteStartObject("next");
        writer.WriteString("key", next.Key);
        writer.WriteString("task", next.Task);
        writer.WriteString("dueAt", Instants.Text(next.DueAt, zone));
        writer.WriteEndObject();
    }

    private static OnceRow? Row(RunEvent what) => what switch
    {
        RunEvent.Ended ended => new(
            ended.Key.ToString(), ended.Result.ToString().ToLowerInvariant(), ended.Error ?? ended.Reason,
            ended.DurationMs, ended.At),
        RunEvent.Closed closed => new(
            closed.Key.ToString(), closed.State.ToString().ToLowerInvariant(), closed.Reason, 0, closed.At),
        _ => null,
    };
}
