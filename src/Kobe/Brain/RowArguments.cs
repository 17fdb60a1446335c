using System.Buffers;
using System.Text.Json;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Brain;

/// <summary>Arguments as one JSON object: the row's as texts, and over them those of who triggered the run.</summary>
internal static class RowArguments
{
    public static JsonElement Of(ScheduledTask task, JsonText? over)
    {
        using var overriding = over is { } text ? JsonDocument.Parse(text.Value) : null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var argument in task.Args)
            {
                if (overriding?.RootElement.TryGetProperty(argument.Name, out _) != true)
                {
                    Write(writer, argument);
                }
            }

            foreach (var member in overriding?.RootElement.EnumerateObject() ?? default)
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter writer, TaskArgument argument)
    {
        writer.WritePropertyName(argument.Name);
        if (!argument.IsList)
        {
            writer.WriteStringValue(argument.Values[0]);
            return;
        }

        writer.WriteStartArray();
        foreach (var value in argument.Values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
