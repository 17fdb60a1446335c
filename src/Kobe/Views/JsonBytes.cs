using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kobe.Views;

/// <summary>Documents as bytes.</summary>
internal static class JsonBytes
{
    private static readonly JsonWriterOptions Indented =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Compact =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For a file that people look at, too.</summary>
    public static byte[] OfFile(Action<Utf8JsonWriter> document) => Of(document, Indented);

    /// <summary>On one line; without the line feed.</summary>
    public static byte[] OfLine(Action<Utf8JsonWriter> document) => Of(document, Compact);

    private static byte[] Of(Action<Utf8JsonWriter> document, JsonWriterOptions options)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(bytes, options))
        {
            document(writer);
        }

        if (options.Indented)
        {
            bytes.Write("\n"u8);
        }

        return bytes.WrittenSpan.ToArray();
    }
}
