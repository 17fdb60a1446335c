using System.Text.Json;
using System.Xml;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>Reads what feeds are written in: RSS and Atom, JSON Feed, observations in JSON, and tables of date and
/// value.</summary>
internal static class FeedDocument
{
    /// <summary>Entries beyond this many of one document are left out.</summary>
    public const int EntriesMax = 1_000;

    /// <summary>Reads a document by its first character.</summary>
    /// <param name="bytes">The document; the caller has limited its size.</param>
    /// <exception cref="InvalidDataException">It is none of these, or breaks a limit.</exception>
    public static IReadOnlyList<FeedEntry> Read(byte[] bytes)
    {
        var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var at = start;
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        try
        {
            return at >= bytes.Length ? []
                : bytes[at] switch
                {
                    (byte)'<' => XmlFeed.Read(bytes.AsMemory(at)),
                    (byte)'{' or (byte)'[' => JsonFeed.Read(bytes.AsMemory(at)),
                    _ => ValueTable.Read(bytes.AsMemory(at)),
                };
        }
        catch (Exception bad) when (bad is XmlException or JsonException)
        {
            throw new InvalidDataException($"The feed can't be read: {bad.Message}", bad);
        }
    }
}
