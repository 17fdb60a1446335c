using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>RSS 2.0, RSS 1.0 and Atom 1.0.</summary>
/// <remarks>A document type is refused before anything is expanded, nothing outside is fetched, depth is
/// limited.</remarks>
internal static class XmlFeed
{
    private const int DepthMax = 32;

    // Zones by name, as RFC 822 has them; the rest of the world writes offsets.
    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["GMT"] = "+00:00", ["UT"] = "+00:00", ["UTC"] = "+00:00", ["Z"] = "+00:00", ["EST"] = "-05:00",
        ["EDT"] = "-04:00", ["CST"] = "-06:00", ["CDT"] = "-05:00", ["MST"] = "-07:00", ["MDT"] = "-06:00",
        ["PST"] = "-08:00", ["PDT"] = "-07:00",
    };

    /// <summary>Reads a feed.</summary>
    /// <exception cref="XmlException">It is no XML, has a document type, or is nested too deeply.</exception>
    /// <exception cref="InvalidDataException">It is XML and no feed.</exception>
    public static IReadOnlyList<FeedEntry> Read(ReadOnlyMemory<byte> bytes)
    {
        CheckDepth(bytes);
        using var reader = Open(bytes);
        var root = XElement.Load(reader);
        var entries = root.Name.LocalName switch
        {
            "rss" => root.Elements().Where(Is("channel")).SelectMany(channel => channel.Elements().Where(Is("item"))),
            "RDF" => root.Elements().Where(Is("item")),
            "feed" => root.Elements().Where(Is("entry")),
            _ => throw new InvalidDataException($"<{root.Name.LocalName}> is neither rss, RDF nor feed."),
        };
        return [.. entries.Take(FeedDocument.EntriesMax).Select(Entry)];
    }

    /// <summary>A date as feeds write it: RFC 3339, or RFC 822 with a zone by name or offset; null when it is
    /// neither.</summary>
    public static DateTimeOffset? Date(string? text)
    {
        if (text is not { Length: >= 10 and <= 64 })
        {
            return null;
        }

        text = text.Trim();
        var zone = text[(text.LastIndexOf(' ') + 1)..];
        var plain = Zones.TryGetValue(zone, out var offset) ? text[..^zone.Length] + offset : text;
        return DateTimeOffset.TryParse(
            plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
    }

    private static FeedEntry Entry(XElement entry) => new(
        Text(entry, "guid") ?? Text(entry, "id"),
        Date(Text(entry, "pubDate") ?? Text(entry, "published") ?? Text(entry, "updated") ?? Text(entry, "date")),
        Text(entry, "title") ?? "",
        Text(entry, "link") ?? entry.Elements().Where(Is("link"))
            .FirstOrDefault(link => (string?)link.Attribute("rel") is null or "alternate")?.Attribute("href")?.Value,
        Text(entry, "description") ?? Text(entry, "summary") ?? Text(entry, "content"),
        Value: null);

    private static string? Text(XElement entry, string name) =>
        entry.Elements().FirstOrDefault(Is(name))?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static Func<XElement, bool> Is(string name) => element => element.Name.LocalName == name;

    // Before a tree is built of it: reading alone keeps nothing.
    private static void CheckDepth(ReadOnlyMemory<byte> bytes)
    {
        using var reader = Open(bytes);
        while (reader.Read())
        {
            if (reader.Depth > DepthMax)
            {
                throw new InvalidDataException($"The feed is nested more than {DepthMax} deep.");
            }
        }
    }

    private static XmlReader Open(ReadOnlyMemory<byte> bytes) => XmlReader.Create(
        new MemoryStream(bytes.ToArray(), writable: false),
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = 16L << 20,
        });
}
