using System.Text.Json;
using Kobe.CommandLine;
using Kobe.Core.Runs;
using Kobe.Logging;

namespace Kobe.History;

/// <summary>What <c>kobe history</c> and <c>/api/v1/history</c> say.</summary>
internal static class HistoryView
{
    /// <summary>The rows as an object.</summary>
    public static void Write(
        Utf8JsonWriter writer, IReadOnlyList<HistoryRow> rows, TimeZoneInfo zone, Redaction redaction)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("runs");
        foreach (var row in rows)
        {
            Write(writer, row, zone, redaction);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>One row.</summary>
    public static void Write(Utf8JsonWriter writer, HistoryRow row, TimeZoneInfo zone, Redaction redaction)
    {
        writer.WriteStartObject();
        writer.WriteString("key", row.Key.ToString());
        writer.WriteString("task", row.Key.Task);
        writer.WriteNumber("attempt", row.Attempt);
        writer.WriteString("outcome", row.Outcome);
        writer.WriteString("reason", row.Reason is { } reason ? redaction.Clean(reason) : null);
        writer.WriteString("dueAt", Instants.Text(row.Due, zone));
        writer.WriteString("startedAt", Instants.Text(row.StartedAt, zone));
        writer.WriteString("endedAt", Instants.Text(row.EndedAt, zone));
        Number(writer, "durationMs", row.DurationMs);
        Number(writer, "latenessMs", row.LatenessMs);
        writer.WriteString("error", row.Error is { } error ? redaction.Clean(error) : null);
        writer.WriteString("by", row.By);
        writer.WriteEndObject();
    }

    /// <summary>The rows for a person.</summary>
    public static Table Table(IReadOnlyList<HistoryRow> rows, TimeZoneInfo zone)
    {
        var table = new Table("ended", "key", "try", "outcome", "took", "late", "why");
        foreach (var row in rows)
        {
            var why = row.Error ?? row.Reason ?? "";
            table.Add(
                Instants.Text(row.EndedAt, zone) ?? "runs", row.Key.ToString(),
                row.Attempt == 0 ? "-" : Text(row.Attempt), row.Outcome,
                Span(row.DurationMs), Span(row.LatenessMs), LineText.Escape(why.Length > 80 ? why[..80] + "…" : why));
        }

        return table;
    }

    /// <summary>Milliseconds for a person.</summary>
    public static string Span(long? milliseconds) => milliseconds is not { } known ? "-"
        : known < 1000 ? Text(known) + " ms"
        : (known / 1000.0).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) + " s";

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void Number(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } known)
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
