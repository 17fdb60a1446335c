using System.Buffers;
using System.Text;
using System.Text.Json;
using Kobe.Contracts;

namespace Kobe.Runner.Lane;

/// <summary>Evidence as the journal keeps it.</summary>
internal static class EvidenceJson
{
    /// <summary>Writes evidence as one JSON object; null when there is nothing to show.</summary>
    public static string? Write(Evidence? evidence)
    {
        if (evidence is null || (evidence.Counts.IsEmpty && evidence.Outputs.IsEmpty && evidence.Ids.IsEmpty))
        {
            return null;
        }

        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            WriteCounts(json, evidence);
            WriteOutputs(json, evidence);
            WriteIds(json, evidence);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WriteCounts(Utf8JsonWriter json, Evidence evidence)
    {
        if (evidence.Counts.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("counts");
        foreach (var (name, count) in evidence.Counts)
        {
            json.WriteNumber(name, count);
        }

        json.WriteEndObject();
    }

    private static void WriteOutputs(Utf8JsonWriter json, Evidence evidence)
    {
        if (evidence.Outputs.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("outputs");
        foreach (var output in evidence.Outputs)
        {
            json.WriteStartObject();
            json.WriteString("path", output.Path);
            json.WriteString("sha256", output.Sha256);
            json.WriteNumber("bytes", output.Bytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIds(Utf8JsonWriter json, Evidence evidence)
    {
        if (evidence.Ids.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("ids");
        foreach (var id in evidence.Ids)
        {
            json.WriteStartObject();
            json.WriteString("kind", id.Kind);
            json.WriteString("id", id.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
