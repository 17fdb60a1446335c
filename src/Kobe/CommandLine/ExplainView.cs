using System.Text;
using System.Text.Json;
using Kobe.Core.Planning.Forecasting;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;
using Kobe.History;
using Kobe.Logging;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe explain</c> says, as JSON and for a person.</summary>
internal static class ExplainView
{
    /// <summary>The explanation as an object.</summary>
    public static void Write(
        Utf8JsonWriter writer, Explanation explanation, IReadOnlyList<HistoryRow> runs, TimeZoneInfo zone)
    {
        writer.WriteStartObject();
        writer.WriteString("task", explanation.Task.Id);
        writer.WriteString("handler", explanation.Task.Run);
        writer.WriteString("about", explanation.Task.About);
        writer.WriteStartArray("settings");
        foreach (var setting in explanation.Settings)
        {
            writer.WriteStartObject();
            writer.WriteString("name", setting.Name);
            writer.WriteString("value", setting.Value);
            writer.WriteString("from", setting.From);
            writer.WriteString("note", setting.Note);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStrings("next", explanation.Next.Select(forecast => Due(forecast, zone)));
        writer.WriteStrings("previous", explanation.Previous.Select(forecast => Due(forecast, zone)));
        writer.WriteStartArray("lastRuns");
        var redaction = new Redaction();
        foreach (var run in runs)
        {
            HistoryView.Write(writer, run, zone, redaction);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("now");
        writer.WriteString("decision", explanation.Runs ? "run" : "skip");
        writer.WriteString("reason", explanation.Reason);
        writer.WriteEndObject();
        writer.WriteStrings("switches", explanation.Switches);
        writer.WriteStartArray("open");
        foreach (var run in explanation.Open)
        {
            writer.WriteStartObject();
            writer.WriteString("key", run.Key.ToString());
            writer.WriteString("state", TaskSettings.Word(run.State));
            writer.WriteString("since", Instants.Text(run.Since, zone));
            writer.WriteString("retryAt", Instants.Text(run.RetryAt, zone));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>What the task is, in a line.</summary>
    public static StringBuilder Heading(Explanation explanation) =>
        new StringBuilder(explanation.Task.Id).Append(explanation.Task.About is { } about ? $": {about}\n" : "\n");

    /// <summary>The settings as rows.</summary>
    public static Table Settings(Explanation explanation)
    {
        var table = new Table("setting", "value", "from", "note");
        foreach (var setting in explanation.Settings)
        {
            table.Add(setting.Name, setting.Value, setting.From, setting.Note ?? "");
        }

        return table;
    }

    /// <summary>When and why.</summary>
    public static Sheet Sheet(Explanation explanation, IReadOnlyList<HistoryRow> runs, TimeZoneInfo zone)
    {
        var sheet = new Sheet("When and why");
        sheet.Add("now", (explanation.Runs ? "would run: " : "would not run: ") + explanation.Reason);
        foreach (var run in explanation.Open)
        {
            sheet.Add("open", $"{run.Key} is {TaskSettings.Word(run.State)} since {Instants.Text(run.Since, zone)}"
                + (run.RetryAt is { } again ? $", not before {Instants.Text(again, zone)}" : ""));
        }

        foreach (var line in explanation.Switches)
        {
            sheet.Add("switch", line);
        }

        foreach (var forecast in explanation.Next)
        {
            sheet.Add("next", $"{Due(forecast, zone)}  {forecast.Occurrence.Key}");
        }

        foreach (var forecast in explanation.Previous)
        {
            sheet.Add("previous", $"{Due(forecast, zone)}  {forecast.Occurrence.Key}");
        }

        foreach (var run in runs)
        {
            sheet.Add("last run", Line(run, zone));
        }

        return sheet;
    }

    private static string Line(HistoryRow run, TimeZoneInfo zone)
    {
        var line = $"{Instants.Text(run.StartedAt, zone)}  {run.Key}  try {run.Attempt}: {run.Outcome}";
        line += run.DurationMs is null ? "" : $" after {HistoryView.Span(run.DurationMs)}";
        return (run.Error ?? run.Reason) is { Length: > 0 } why ? line + ", " + LineText.Escape(why) : line;
    }

    private static string Due(Forecast forecast, TimeZoneInfo zone) => Instants.Text(forecast.Occurrence.Due, zone);
}
