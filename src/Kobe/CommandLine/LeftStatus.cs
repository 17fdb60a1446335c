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
            var last = heartbeat?.RootElement is { ValueKind: JsonValueKind.Object } beat
                && beat.TryGetProperty("timestamp", out var at)
                && at.ValueKind == JsonValueKind.String ? at.GetString() : null;
            writer.WriteString("lastHeartbeat", last);
            writer.WriteEndObject();
        }

        return JsonDocument.Parse(bytes.WrittenMemory.ToArray());
    }

    private static void WriteMembers(Utf8JsonWriter writer, JsonDocument? document)
    {
        if (document?.RootElement is { ValueKind: JsonValueKind.Object } root)
        {
            foreach (var member in root.EnumerateObject())
            {
                member.WriteTo(writer);
            }
        }
    }
}
