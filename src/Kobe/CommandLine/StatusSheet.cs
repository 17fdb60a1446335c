using System.Globalization;
using System.Text.Json;

namespace Kobe.CommandLine;

/// <summary>A status document as labelled lines; members that are missing are left out.</summary>
internal static class StatusSheet
{
    private const int QueueShown = 10;
    private const int ErrorsShown = 5;

    public static Sheet Of(JsonElement status)
    {
        var sheet = new Sheet("Status");
        var running = status.TryGetProperty("running", out var flag) && flag.GetBoolean();
        sheet.Add("brain", running ? $"running, pid {Text(status, "pid")}, version {Text(status, "version")}"
            : "not running");
        Line(sheet, "started", Text(status, "startedAt"));
        Line(sheet, "last heartbeat", Text(status, "lastHeartbeat"));
        Line(sheet, "trading", Text(status, "tradingState") is { } state
            ? Text(status, "paused") == "true" ? state + ", paused" : state
            : null);
        if (Object(status, "context") is { } context)
        {
            sheet.Add("market", $"{Text(context, "phase")}, {Text(context, "mode")}: {Text(context, "reason")}");
        }

        Line(sheet, "runs now", Object(status, "current") is { } run
            ? $"{Text(run, "key")}, attempt {Text(run, "attempt")}, since {Text(run, "startedAt")}"
            : running ? "nothing" : null);
        Line(sheet, "next", Object(status, "next") is { } next
            ? $"{Text(next, "key")} at {Text(next, "dueAt")}"
            : running ? "nothing" : null);
        AddQueue(sheet, status);
        Line(sheet, "schedule", Object(status, "schedule") is { } schedule
            ? $"{Text(schedule, "tasks")} tasks, {Text(schedule, "handlers")} handlers, "
                + $"{Text(schedule, "files")} files, loaded {Text(schedule, "loadedAt")}"
            : null);
        Line(sheet, "today", Object(status, "today") is { } today ? Counts(today) : null);
        AddAll(sheet, "not ready", status, "notReady", one => one.GetString()!);
        AddAll(sheet, "degraded", status, "degraded", one => one.GetString()!);
        AddAll(sheet, "error", status, "lastErrors",
            one => $"{Text(one, "at")} {Text(one, "key")}: {Text(one, "error")}", ErrorsShown);
        return sheet;
    }

    private static void AddQueue(Sheet sheet, JsonElement status)
    {
        Line(sheet, "queue", Text(status, "queueCount") is { } count ? $"{count} waiting" : null);
        AddAll(sheet, "", status, "queue",
            one => $"{Text(one, "key")}, priority {Text(one, "effectivePriority")}, due {Text(one, "dueAt")}"
                + (Text(one, "waitingFor") is { } what ? $", waits for {what}" : ""),
            QueueShown);
    }

    private static void AddAll(
        Sheet sheet, string label, JsonElement status, string name, Func<JsonElement, string> text,
        int shown = int.MaxValue)
    {
        if (status.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in items.EnumerateArray().Take(shown))
            {
                sheet.Add(label, text(item));
            }
        }
    }

    // Those that are not zero; planned always.
    private static string Counts(JsonElement today) => string.Join(", ", today.EnumerateObject()
        .Where(count => count.Name == "planned" || (count.Value.TryGetInt64(out var number) && number != 0))
        .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Name} {count.Value}")));

    private static void Line(Sheet sheet, string label, string? text)
    {
        if (text is not null)
        {
            sheet.Add(label, text);
        }
    }

    private static JsonElement? Object(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string? Text(JsonElement parent, string name) =>
        !parent.TryGetProperty(name, out var value) ? null
        : value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => Logging.LineText.Escape(value.GetString()!),
            _ => value.GetRawText(),
        };
}
