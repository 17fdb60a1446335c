using System.Buffers;
using System.Text.Json;
using Kobe.Operation;
using Kobe.Views;

namespace Kobe.CommandLine;

/// <summary>The status that a brain left behind in its files, in the shape of a running one's.</summary>
internal static class LeftStatus
{
    /// <summary>The document; a file that is missing leaves its part out.</summary>
    public static JsonDocument Read(string state)
    {
        using var brain = StateFiles.Read(state, ViewWriter.BrainState);
        using var queue = StateFiles.Read(state, ViewWriter.TaskQueue);
        using var heartbeat = StateFiles.Read(state, Pulse.FileName);
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("running", false);
            WriteMembers(writer, brain);
            WriteMembers(writer, queue);
            writer.WriteString("lastHeartbeat", TimeOf(heartbeat));
            writer.WriteEndObject();
        }

        return JsonDocument.Parse(bytes.WrittenMemory.ToArray());
    }

    private static string? TimeOf(JsonDocument? heartbeat) =>
        heartbeat is not null && heartbeat.RootElement.ValueKind == JsonValueKind.Object
        && heartbeat.RootElement.TryGetProperty("timestamp", out var at) && at.ValueKind == JsonValueKind.String
            ? at.GetString()
            : null;

    private static void WriteMembers(Utf8JsonWriter writer, JsonDocument? document)
    {
        if (document is not null && document.RootElement.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in document.RootElement.EnumerateObject())
            {
                member.WriteTo(writer);
            }
        }
    }
}
