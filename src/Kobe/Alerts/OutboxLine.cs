using System.Globalization;
using System.Text.Json;
using Kobe.Views;

namespace Kobe.Alerts;

/// <summary>Entries of the outbox as lines of JSON.</summary>
internal static class OutboxLine
{
    /// <summary>The line, ended by a line feed.</summary>
    public static byte[] Of(OutboxEntry entry) =>
        [.. JsonBytes.OfLine(writer => Write(writer, entry)), (byte)'\n'];

    /// <summary>Reads a line without its end; null when it is none of ours.</summary>
    public static OutboxEntry? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException
            or KeyNotFoundException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter writer, OutboxEntry entry)
    {
        writer.WriteStartObject();
        switch (entry)
        {
            case OutboxEntry.Raised raised:
                writer.WriteNumber("n", raised.Alert.Number);
                writer.WriteString("at", Text(raised.Alert.At));
                writer.WriteString("level", AlertLevels.Name(raised.Alert.Level));
                writer.WriteString("text", raised.Alert.Text);
                writer.WriteStartArray("to");
                foreach (var channel in raised.To)
                {
                    writer.WriteStringValue(channel);
                }

                writer.WriteEndArray();
                break;
            case OutboxEntry.Trying trying:
                Write(writer, "trying", trying.Numbers, trying.To);
                break;
            case OutboxEntry.NotSent failed:
                Write(writer, "notSent", failed.Numbers, failed.To);
                break;
            case OutboxEntry.Sent sent:
                Write(writer, "sent", sent.Numbers, sent.To);
                writer.WriteString("at", Text(sent.At));
                break;
            case OutboxEntry.Dead dead:
                Write(writer, "dead", dead.Numbers, dead.To);
                break;
            case OutboxEntry.Held held:
                writer.WriteString("held", held.To);
                writer.WriteString("until", Text(held.Until));
                break;
            case OutboxEntry.Counted counted:
                writer.WriteNumber("counted", counted.Number);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string what, IReadOnlyList<long> numbers, string to)
    {
        writer.WriteStartArray(what);
        foreach (var number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
        writer.WriteString("to", to);
    }

    private static OutboxEntry? Read(JsonElement line)
    {
        if (line.TryGetProperty("n", out var number))
        {
            var alert = new Alert(
                number.GetInt64(), Instant(line, "at"), AlertLevels.Of(line.GetProperty("level").GetString() ?? ""),
                line.GetProperty("text").GetString() ?? "");
            return new OutboxEntry.Raised(
                alert, [.. line.GetProperty("to").EnumerateArray().Select(to => to.GetString() ?? "")]);
        }

        return line.TryGetProperty("sent", out var sent)
                ? new OutboxEntry.Sent(To(line), Numbers(sent), Instant(line, "at"))
            : line.TryGetProperty("trying", out var trying) ? new OutboxEntry.Trying(To(line), Numbers(trying))
            : line.TryGetProperty("notSent", out var failed) ? new OutboxEntry.NotSent(To(line), Numbers(failed))
            : line.TryGetProperty("dead", out var dead) ? new OutboxEntry.Dead(To(line), Numbers(dead))
            : line.TryGetProperty("held", out var held)
                ? new OutboxEntry.Held(held.GetString() ?? "", Instant(line, "until"))
            : line.TryGetProperty("counted", out var counted) ? new OutboxEntry.Counted(counted.GetInt64())
            : null;
    }

    private static string To(JsonElement line) => line.GetProperty("to").GetString() ?? "";

    private static IReadOnlyList<long> Numbers(JsonElement array) =>
        [.. array.EnumerateArray().Select(number => number.GetInt64())];

    private static DateTimeOffset Instant(JsonElement line, string name) => DateTimeOffset.Parse(
        line.GetProperty(name).GetString() ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
