using System.Globalization;
using System.Text.Json;
using Kobe.CommandLine;
using Kobe.Core.Runs;

namespace Kobe.History;

/// <summary>What <c>kobe stats</c> and <c>/api/v1/stats</c> say.</summary>
internal static class StatsView
{
    /// <summary>All together, by task and by day, as an object.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<HistoryRow> rows, DateOnly from, DateOnly to)
    {
        writer.WriteStartObject();
        writer.WriteString("from", DayNames.Date(from));
        writer.WriteString("to", DayNames.Date(to));
        writer.WritePropertyName("total");
        Write(writer, "name", RunStats.Of("all", rows));
        Write(writer, "tasks", "task", ByTask(rows));
        Write(writer, "days", "date", ByDay(rows));
        writer.WriteEndObject();
    }

    /// <summary>By task, or by day, for a person; the last line is all together.</summary>
    public static Table Table(IReadOnlyList<HistoryRow> rows, bool byDay)
    {
        var table = new Table(
            byDay ? "day" : "task", "ended", "ok", "failed", "rate", "not started", "retries", "took", "p95", "max",
            "late", "p95", "max");
        foreach (var stats in (byDay ? ByDay(rows) : ByTask(rows)).Append(RunStats.Of("all", rows)))
        {
            table.Add(
                stats.Name, Text(stats.Ended), Text(stats.Succeeded), Text(stats.Failed),
                stats.SuccessRate is { } rate ? (rate * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "-",
                Text(stats.NotStarted), Text(stats.Retries),
                HistoryView.Span(stats.Duration.Median), HistoryView.Span(stats.Duration.P95),
                HistoryView.Span(stats.Duration.Max), HistoryView.Span(stats.Lateness.Median),
                HistoryView.Span(stats.Lateness.P95), HistoryView.Span(stats.Lateness.Max));
        }

        return table;
    }

    private static IReadOnlyList<RunStats> ByTask(IReadOnlyList<HistoryRow> rows) =>
        RunStats.By(rows, row => row.Key.Task);

    private static IReadOnlyList<RunStats> ByDay(IReadOnlyList<HistoryRow> rows) =>
        RunStats.By(rows, row => DayNames.Date(row.Key.Date));

    private static void Write(Utf8JsonWriter writer, string list, string name, IReadOnlyList<RunStats> all)
    {
        writer.WriteStartArray(list);
        foreach (var stats in all)
        {
            Write(writer, name, stats);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, RunStats stats)
    {
        writer.WriteStartObject();
        writer.WriteString(name, stats.Name);
        writer.WriteNumber("ended", stats.Ended);
        writer.WriteNumber("succeeded", stats.Succeeded);
        writer.WriteNumber("failed", stats.Failed);
        if (stats.SuccessRate is { } rate)
        {
            writer.WriteNumber("successRate", Math.Round(rate, 4));
        }
        else
        {
            writer.WriteNull("successRate");
        }

        writer.WriteNumber("notStarted", stats.NotStarted);
        writer.WriteNumber("retries", stats.Retries);
        Write(writer, "durationMs", stats.Duration);
        Write(writer, "latenessMs", stats.Lateness);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, Spread spread)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("median", (int?)Bounded(spread.Median));
        writer.WriteNumber("p95", (int?)Bounded(spread.P95));
        writer.WriteNumber("max", (int?)Bounded(spread.Max));
        writer.WriteEndObject();
    }

    private static long? Bounded(long? span) => span > int.MaxValue ? int.MaxValue : span;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
