using System.Globalization;
using System.Text.Json;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>JSON Feed 1.1 (<c>items</c>), and observations (<c>observations</c>, each with <c>date</c> and
/// <c>value</c>), as the Federal Reserve Bank of St. Louis gives them.</summary>
internal static class JsonFeed
{
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32 };

    /// <summary>Reads a feed.</summary>
    /// <exception cref="JsonException">It is no JSON, or nested too deeply.</exception>
    /// <exception cref="InvalidDataException">It has neither items nor observations.</exception>
    public static IReadOnlyList<FeedEntry> Read(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes, Limits);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object)
        {
            if (root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array)
            {
                return [.. Objects(items).Select(Entry)];
            }

            if (root.TryGetProperty("observations", out var values) && values.ValueKind == JsonValueKind.Array)
            {
                return [.. Objects(values).Select(Observation).OfType<FeedEntry>()];
            }
        }

        throw new InvalidDataException("The feed has neither items nor observations.");
    }

    private static IEnumerable<JsonElement> Objects(JsonElement array) =>
        array.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object).Take(FeedDocument.EntriesMax);

    private static FeedEntry Entry(JsonElement item) => new(
        Text(item, "id"), XmlFeed.Date(Text(item, "date_published") ?? Text(item, "date_modified")),
        Text(item, "title") ?? Text(item, "content_text") ?? "", Text(item, "url"),
        Text(item, "summary") ?? Text(item, "content_text") ?? Text(item, "content_html"), Value: null);

    // A value that is not known yet is written as a dot.
    private static FeedEntry? Observation(JsonElement item)
    {
        var text = Text(item, "value");
        return Text(item, "date") is { } date && XmlFeed.Date(date) is { } at && double.TryParse(
            text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new(date, at, text!, null, null, value) : null;
    }

    private static string? Text(JsonElement item, string name) => !item.TryGetProperty(name, out var value) ? null
        : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
}
