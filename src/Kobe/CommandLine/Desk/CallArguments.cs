using System.Buffers;
using System.Text.Json;
using Kobe.Files;

namespace Kobe.CommandLine.Desk;

/// <summary>Writes a handler's arguments; texts are read by the runner as a schedule's are.</summary>
internal static class CallArguments
{
    public static JsonElement Of(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    public static void Text(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void List(Utf8JsonWriter writer, string name, string[]? values)
    {
        if (values is not { Length: > 0 })
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    /// <summary>A folder that is there, whole: the runner works elsewhere.</summary>
    /// <exception cref="UserError">It is missing.</exception>
    public static string? Folder(string? named) => named is null ? null
        : Directory.Exists(named) ? Path.GetFullPath(named)
        : throw new UserError($"The folder '{named}' is missing. Name one with daily/SYMBOL.csv in it.");
}
