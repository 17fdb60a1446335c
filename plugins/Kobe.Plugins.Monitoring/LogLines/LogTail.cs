using System.Globalization;
using System.Text;
using System.Text.Json;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.LogLines;

/// <summary>Reads the newest part of the log, in either of the forms in which it is written.</summary>
internal static class LogTail
{
    // What a bad hour writes; lines before it are not looked at.
    private const int BytesMax = 4 * 1024 * 1024;

    /// <summary>The lines of a file since an instant.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public static IEnumerable<SeenLine> Read(string path, DateTimeOffset from, DateTimeOffset to)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = Math.Max(0, file.Length - BytesMax);
        using var lines = new StreamReader(file, Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            if (Parse(line) is { } seen && seen.At >= from && seen.At < to)
            {
                yield return seen;
            }
        }
    }

    /// <summary>One line; null when it is none of the log's.</summary>
    public static SeenLine? Parse(string line)
    {
        if (line.StartsWith('{'))
        {
            return Json(line);
        }

        // 2026-11-20T09:35:00.123-05:00 warning lane     text
        var words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 3 && DateTimeOffset.TryParse(
                words[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            && words[2].Split(' ', 2) is [var source, ..]
            ? new(at, words[1], source, words[2][source.Length..].Trim())
            : null;
    }

    private static SeenLine? Json(string line)
    {
        try
        {
            var found = JsonElement.Parse(line);
            return found.Instant("at") is { } at
                ? new(at, found.Text("level") ?? "", found.Text("source") ?? "", found.Text("message") ?? "")
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
