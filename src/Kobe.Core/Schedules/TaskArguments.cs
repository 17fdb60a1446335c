using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Kobe.Core.Schedules;

/// <summary>A row's arguments as the runner takes them.</summary>
public static class TaskArguments
{
    /// <summary>
    /// One JSON object: texts as strings, lists as arrays of strings; the handler's record types them.
    /// </summary>
    /// <param name="args">The row's arguments.</param>
    public static string Json(IReadOnlyList<TaskArgument> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var argument in args)
            {
                Write(json, argument);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, TaskArgument argument)
    {
        if (!argument.IsList)
        {
            json.WriteString(argument.Name, argument.Values[0]);
            return;
        }

        json.WriteStartArray(argument.Name);
        foreach (var value in argument.Values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
