using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Kobe.Core.Runs;

/// <summary>One JSON value in its compact form: no line feed in it, so it can stand inside a journal line.</summary>
/// <remarks>Made only by parsing, so a value that exists is valid, bounded in depth and canonical.</remarks>
public readonly record struct JsonText
{
    private readonly string? _value;

    private JsonText(string value) => _value = value;

    /// <summary>The compact text; <c>null</c> for a default instance.</summary>
    public string Value => _value ?? "null";

    /// <summary>Its length in bytes of UTF-8.</summary>
    public int ByteCount => Encoding.UTF8.GetByteCount(Value);

    /// <summary>Reads and compacts one JSON value.</summary>
    /// <param name="text">The value as anybody wrote it.</param>
    /// <param name="value">Its compact form.</param>
    /// <param name="problem">What was wrong, in a sentence.</param>
    public static bool TryParse(string text, out JsonText value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        try
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = RunLimits.JsonDepthMax });
            var buffer = new ArrayBufferWriter<byte>(Math.Max(16, utf8.Length));
            using (var writer = new Utf8JsonWriter(buffer, JsonWriting.Options))
            {
                while (reader.Read())
                {
                    Copy(ref reader, writer);
                }
            }

            value = new JsonText(Encoding.UTF8.GetString(buffer.WrittenSpan));
            problem = null;
            return true;
        }
        catch (Exception refused) when (refused is JsonException or InvalidOperationException)
        {
            problem = $"This is not a JSON value of at most {RunLimits.JsonDepthMax} levels: {refused.Message}";
            return false;
        }
    }

    /// <summary>Copies the value that the reader stands on and leaves the reader at its last token.</summary>
    internal static JsonText Copy(ref Utf8JsonReader reader)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using var writer = new Utf8JsonWriter(buffer, JsonWriting.Options);
        var depth = reader.CurrentDepth;
        Copy(ref reader, writer);
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            while (reader.Read())
            {
                Copy(ref reader, writer);
                if (reader.CurrentDepth == depth
                    && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    break;
                }
            }
        }

        writer.Flush();
        return new JsonText(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: writer.WriteStartObject(); break;
            case JsonTokenType.EndObject: writer.WriteEndObject(); break;
            case JsonTokenType.StartArray: writer.WriteStartArray(); break;
            case JsonTokenType.EndArray: writer.WriteEndArray(); break;
            case JsonTokenType.PropertyName: writer.WritePropertyName(reader.GetString()!); break;
            case JsonTokenType.String: writer.WriteStringValue(reader.GetString()); break;
            case JsonTokenType.Number: writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true); break;
            case JsonTokenType.True: writer.WriteBooleanValue(true); break;
            case JsonTokenType.False: writer.WriteBooleanValue(false); break;
            default: writer.WriteNullValue(); break;
        }
    }
}
