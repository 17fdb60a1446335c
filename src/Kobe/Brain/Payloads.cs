using System.Buffers;
using System.Text;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Core.Runs;
using Kobe.Hosting;

namespace Kobe.Brain;

/// <summary>Evidence, facts and discoveries of an attempt as the journal keeps them.</summary>
internal static class Payloads
{
    public static RunPayload? Of(AttemptResult result)
    {
        if (result.Evidence is null && result.Facts.Count == 0 && result.Discoveries.Count == 0)
        {
            return null;
        }

        var facts = result.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal)
            .Select(fact => new Core.Runs.PublishedFact(fact.Key, Text(fact.Value))).ToList();
        var discoveries = result.Discoveries.Select(DiscoveryText).ToList();
        return RunPayload.TryCreate(
            result.Evidence is { } evidence ? Text(evidence) : null, facts, discoveries, out var payload, out _)
            ? payload
            : null;
    }

    private static JsonText Text(string json) => JsonText.TryParse(json, out var value, out _) ? value : default;

    private static JsonText DiscoveryText(Discovery discovery)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", discovery.Kind);
            writer.WriteString("title", discovery.Title);
            writer.WriteString("detail", discovery.Detail);
            writer.WriteEndObject();
        }

        return Text(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
