using System.Text.Json;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Alerts;

/// <summary>Reads the files of alerts as a stranger does: lines that are none are passed over.</summary>
internal static class AlertFiles
{
    // The outbox shortens itself at 256 KiB, dead letters at a megabyte; a line of either has some kilobytes.
    private const long BytesMax = 16 * 1024 * 1024;

    /// <summary>The alerts of a side: by whom or how urgent, and when each was raised.</summary>
    /// <param name="folder">The folder of the alerts.</param>
    /// <param name="side">Which.</param>
    /// <param name="from">From when on, where old ones don't count.</param>
    public static IReadOnlyList<(string Of, DateTimeOffset At)> Read(
        string folder, AlertSide side, DateTimeOffset from) =>
        side switch
        {
            AlertSide.Waiting => Waiting(Lines(Path.Combine(folder, "outbox.jsonl"))),
            AlertSide.Raised =>
            [
                .. from line in Lines(Path.Combine(folder, "outbox.jsonl"))
                   where line.TryGetProperty("n", out _) && line.Instant("at") >= @from
                   select (line.Text("level") ?? "?", line.Instant("at")!.Value),
            ],
            _ =>
            [
                .. from line in Lines(Path.Combine(folder, "dead.jsonl"))
                   where line.Instant("at") >= @from
                   select (line.Text("to") ?? "?", line.Instant("at")!.Value),
            ],
        };

    private static List<(string Of, DateTimeOffset At)> Waiting(IEnumerable<JsonElement> lines)
    {
        var open = new SortedDictionary<(long Number, string To), DateTimeOffset>();
        foreach (var line in lines)
        {
            if (line.TryGetProperty("n", out _) && line.TryGetProperty("to", out var to)
                && to.ValueKind == JsonValueKind.Array && line.Instant("at") is { } at)
            {
                foreach (var channel in to.EnumerateArray())
                {
                    open[(line.Number("n"), channel.ToString())] = at;
                }
            }
            else if ((line.TryGetProperty("sent", out var done) || line.TryGetProperty("dead", out done))
                && done.ValueKind == JsonValueKind.Array && line.Text("to") is { } channel)
            {
                foreach (var number in done.EnumerateArray())
                {
                    open.Remove((number.GetInt64(), channel));
                }
            }
        }

        return [.. open.Select(one => (one.Key.To, one.Value))];
    }

    private static IEnumerable<JsonElement> Lines(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length > BytesMax)
        {
            yield break;
        }

        using var file = new StreamReader(
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        while (file.ReadLine() is { } text)
        {
            if (Parse(text) is { ValueKind: JsonValueKind.Object } line)
            {
                yield return line;
            }
        }
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
