using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kobe.Logging;

/// <summary>Entries as lines of bytes, each ended by a line feed.</summary>
/// <param name="format">What they look like.</param>
/// <param name="zone">The zone of their times.</param>
internal sealed class LogLines(LogFormat format, TimeZoneInfo zone)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All entries, one after the other.</summary>
    public byte[] Of(IReadOnlyList<LogEntry> entries)
    {
        var bytes = new ArrayBufferWriter<byte>(entries.Count * 160);
        foreach (var entry in entries)
        {
            if (format == LogFormat.Json)
            {
                WriteJson(bytes, entry);
            }
            else
            {
                Encoding.UTF8.GetBytes(Text(entry), bytes);
            }

            bytes.Write("\n"u8);
        }

        return bytes.WrittenSpan.ToArray();
    }

    private string Text(LogEntry entry)
    {
        var text = LineText.Escape(entry.Message);
        var what = entry.Error is null ? text : $"{text} | {LineText.Escape(entry.Error)}";
        return format == LogFormat.Systemd
            ? $"<{Priority(entry.Level)}>{entry.Source}: {what}"
            : $"{Time(entry.At)} {Name(entry.Level),-7} {entry.Source,-8} {what}";
    }

    // The encoder escapes control characters; what else hides on a terminal is spelt out as in plain lines.
    private void WriteJson(ArrayBufferWriter<byte> bytes, LogEntry entry)
    {
        using var writer = new Utf8JsonWriter(bytes, Options);
        writer.WriteStartObject();
        writer.WriteString("at", Time(entry.At));
        writer.WriteString("level", Name(entry.Level));
        writer.WriteString("source", entry.Source);
        writer.WriteString("message", LineText.Escape(entry.Message));
        if (entry.Error is { } error)
        {
            writer.WriteString("error", LineText.Escape(error));
        }

        writer.WriteEndObject();
    }

    private string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static string Name(LogLevel level) => level switch
    {
        LogLevel.Debug => "debug",
        LogLevel.Info => "info",
        LogLevel.Warning => "warning",
        _ => "error",
    };

    // The numbers of syslog, which journald reads (sd-daemon(3)).
    private static int Priority(LogLevel level) => level switch
    {
        LogLevel.Debug => 7,
        LogLevel.Info => 6,
        LogLevel.Warning => 4,
        _ => 3,
    };
}
