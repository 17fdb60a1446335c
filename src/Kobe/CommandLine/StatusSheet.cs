using System.Text;
using System.Text.Json;
using Kobe.Logging;

namespace Kobe.CommandLine;

/// <summary>A status document as labelled lines; members that are missing are left out.</summary>
/// <remarks>In plain loops: sequences of JSON elements would be compiled anew at every call of the command.</remarks>
internal static class StatusSheet
{
    private const int QueueShown = 10;
    private const int ErrorsShown = 5;

    public static Sheet Of(JsonElement status)
    {
        var sheet = new Sheet("Status");
        var running = Text(status, "running") == "true";
        sheet.Add("brain", running
            ? $"running, pid {Text(status, "pid")}, version {Text(status, "version")}"
            : "not running");
        Line(sheet, "started", Text(status, "startedAt"));
        Line(sheet, "last heartbeat", Text(status, "lastHeartbeat"));
        Line(sheet, "trading", Text(status, "tradingState") is { } state
            ? Text(status, "paused") == "true" ? state + ", paused" : state
            : null);
        AddTexts(sheet, "blocked", status, "blocked");
        if (TryObject(status, "context", out var context))
        {
            sheet.Add("market", $"{Text(context, "phase")}, {Text(context, "mode")}: {Text(context, "reason")}");
        }

        Line(sheet, "runs now", TryObject(status, "current", out var run)
            ? $"{Text(run, "key")}, attempt {Text(run, "attempt")}, since {Text(run, "startedAt")}"
            : running ? "nothing" : null);
        Line(sheet, "next", TryObject(status, "next", out var next) ? $"{Text(next, "key")} at {Text(next, "dueAt")}"
            : running ? "nothing" : null);
        AddQueue(sheet, status);
        if (TryObject(status, "schedule", out var schedule))
        {
            sheet.Add("schedule", $"{Text(schedule, "tasks")} tasks, {Text(schedule, "handlers")} handlers, "
                + $"{Text(schedule, "files")} files, loaded {Text(schedule, "loadedAt")}");
        }

        Line(sheet, "today", TryObject(status, "today", out var today) ? Counts(today) : null);
        AddTexts(sheet, "not ready", status, "notReady");
        AddTexts(sheet, "degraded", status, "degraded");
        AddErrors(sheet, status);
        return sheet;
    }

    private static void AddQueue(Sheet sheet, JsonElement status)
    {
        Line(sheet, "queue", Text(status, "queueCount") is { } count ? $"{count} waiting" : null);
        if (!TryArray(status, "queue", out var queue))
        {
            return;
        }

        var shown = 0;
        foreach (var one in queue.EnumerateArray())
        {
            if (++shown > QueueShown)
            {
                break;
            }

            var waits = Text(one, "waitingFor") is { } what ? $", waits for {what}" : "";
            var priority = Text(one, "effectivePriority");
            sheet.Add("", $"{Text(one, "key")}, priority {priority}, due {Text(one, "dueAt")}{waits}");
        }
    }

    private static void AddTexts(Sheet sheet, string label, JsonElement status, string name)
    {
        if (TryArray(status, name, out var items))
        {
            foreach (var item in items.EnumerateArray())
            {
                Line(sheet, label, Text(item));
            }
        }
    }

    private static void AddErrors(Sheet sheet, JsonElement status)
    {
        if (!TryArray(status, "lastErrors", out var errors))
        {
            return;
        }

        var shown = 0;
        foreach (var one in errors.EnumerateArray())
        {
            if (++shown > ErrorsShown)
            {
                break;
            }

            sheet.Add("error", $"{Text(one, "at")} {Text(one, "key")}: {Text(one, "error")}");
        }
    }

    // Those that are not zero; planned always.
    private static string Counts(JsonElement today)
    {
        var text = new StringBuilder();
        foreach (var count in today.EnumerateObject())
        {
            var number = Text(count.Value);
            if (number != "0" || count.Name == "planned")
            {
                text.Append(text.Length == 0 ? "" : ", ").Append(count.Name).Append(' ').Append(number);
            }
        }

        return text.ToString();
    }

    private static void Line(Sheet sheet, string label, string? text)
    {
        if (text is not null)
        {
            sheet.Add(label, text);
        }
    }

    private static bool TryObject(JsonElement parent, string name, out JsonElement value) =>
        parent.TryGetProperty(name, out value) && value.ValueKind == JsonValueKind.Object;

    private static bool TryArray(JsonElement parent, string name, out JsonElement value) =>
        parent.TryGetProperty(name, out value) && value.ValueKind == JsonValueKind.Array;

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => LineText.Escape(value.GetString()!),
        _ => value.GetRawText(),
    };
}
