using System.Buffers;
using System.Text.Json;
using Kobe.Contracts;

namespace Kobe.Core.Catalogues;

/// <summary>A catalogue as JSON: what the runner says at its start, and what is kept beside the plugins'
/// hash.</summary>
public static class CatalogueJson
{
    /// <summary>Writes a catalogue.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <returns>One JSON object, UTF-8.</returns>
    public static byte[] Write(Catalogue catalogue)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            Write(json, catalogue);
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Writes a catalogue as the next value of a document.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="catalogue">The catalogue.</param>
    public static void Write(Utf8JsonWriter json, Catalogue catalogue)
    {
        json.WriteStartObject();
        json.WriteString("contract", catalogue.Contract);
        json.WriteStartArray("plugins");
        foreach (var plugin in catalogue.Plugins)
        {
            json.WriteStartObject();
            json.WriteString("name", plugin.Name);
            json.WriteString("version", plugin.Version);
            json.WriteString("hash", plugin.Hash);
            json.WriteString("problem", plugin.Problem);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("handlers");
        foreach (var handler in catalogue.Handlers)
        {
            Write(json, handler);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write(Catalogue)"/> wrote.</summary>
    /// <param name="bytes">One JSON object, UTF-8.</param>
    /// <returns>Null when it isn't a catalogue of this version of the program.</returns>
    public static Catalogue? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            using var document = JsonDocument.ParseValue(ref reader);
            return Read(document.RootElement);
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException
            or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Reads a catalogue from a document that is already parsed.</summary>
    /// <param name="json">The object.</param>
    /// <returns>The catalogue.</returns>
    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    /// <exception cref="InvalidOperationException">A member is of another type.</exception>
    /// <exception cref="ArgumentException">A word isn't known to this version of the program.</exception>
    public static Catalogue Read(JsonElement json) => new(
        Text(json, "contract"),
        [.. json.GetProperty("plugins").EnumerateArray().Select(plugin => new PluginRecord(
            Text(plugin, "name"),
            Text(plugin, "version"),
            Text(plugin, "hash"),
            plugin.GetProperty("problem").GetString()))],
        [.. json.GetProperty("handlers").EnumerateArray().Select(ReadHandler)]);

    private static void Write(Utf8JsonWriter json, HandlerRecord handler)
    {
        json.WriteStartObject();
        json.WriteString("name", handler.Name);
        json.WriteString("plugin", handler.Plugin);
        json.WriteString("effects", Word(handler.Effects));
        json.WriteBoolean("reconciles", handler.Reconciles);
        json.WriteString("about", handler.About);
        WriteTexts(json, "facts", handler.Facts);
        json.WriteStartArray("args");
        foreach (var argument in handler.Arguments)
        {
            json.WriteStartObject();
            json.WriteString("name", argument.Name);
            json.WriteString("type", Word(argument.Type));
            json.WriteBoolean("required", argument.Required);
            json.WriteString("default", argument.Default);
            json.WriteString("unit", argument.Unit);
            json.WriteString("about", argument.About);
            WriteTexts(json, "choices", argument.Choices);
            json.WriteBoolean("names_facts", argument.NamesFacts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static HandlerRecord ReadHandler(JsonElement json) => new(
        Text(json, "name"),
        Text(json, "plugin"),
        Enum.Parse<Effects>(Text(json, "effects"), ignoreCase: true),
        json.GetProperty("reconciles").GetBoolean(),
        Text(json, "about"),
        Texts(json, "facts"),
        [.. json.GetProperty("args").EnumerateArray().Select(argument => new ArgumentRecord(
            Text(argument, "name"),
            Enum.Parse<ArgumentType>(Text(argument, "type"), ignoreCase: true),
            argument.GetProperty("required").GetBoolean(),
            argument.GetProperty("default").GetString(),
            argument.GetProperty("unit").GetString(),
            Text(argument, "about"),
            Texts(argument, "choices"),
            argument.GetProperty("names_facts").GetBoolean()))]);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new InvalidOperationException(name + " is null");

    private static string[] Texts(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(text => text.GetString() ?? "")];
}
