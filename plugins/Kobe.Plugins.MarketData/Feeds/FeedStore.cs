using System.Text;
using System.Text.Json;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;
using Kobe.Plugins.State;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>What feeds brought: <c>desk/feeds/NAME/</c> with a file of lines for each date on which entries were
/// read.</summary>
internal static class FeedStore
{
    /// <summary>Whether a text can be a feed's name, and so a folder's: small letters, digits, <c>_ -</c>.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= 40
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-');

    /// <summary>Where something of a feed lies.</summary>
    public static string At(DeskSession desk, string feed, params ReadOnlySpan<string> parts) =>
        desk.PathOf(["feeds", feed, .. parts]);

    /// <summary>The names of the feeds that brought something, in order.</summary>
    public static IReadOnlyList<string> Names(DeskSession desk)
    {
        var root = desk.PathOf("feeds");
        return !Directory.Exists(root) ? [] :
        [
            .. Directory.EnumerateDirectories(root).Select(path => Path.GetFileName(path)).Where(IsName)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Adds entries to the file of today.</summary>
    public static string Append(DeskSession desk, string feed, IReadOnlyList<FeedItem> items)
    {
        var path = At(desk, feed, DeskFile.Name(desk.Today) + ".jsonl");
        var lines = items.Select(item => JsonSerializer.Serialize(item, DeskFile.Json) + "\n");
        OwnerFile.Append(path, Encoding.UTF8.GetBytes(string.Concat(lines)));
        return path;
    }

    /// <summary>The entries that were read from an instant to now, each once, by time. A line that a crash cut short is
    /// passed over.</summary>
    public static IReadOnlyList<FeedItem> Read(DeskSession desk, string feed, DateTimeOffset since)
    {
        var folder = At(desk, feed);
        if (!IsName(feed) || !Directory.Exists(folder))
        {
            return [];
        }

        var first = DeskFile.Name(desk.Market.Calendar.DateOf(since)) + ".jsonl";
        var items = new Dictionary<string, FeedItem>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            if (string.CompareOrdinal(Path.GetFileName(path), first) >= 0)
            {
                foreach (var item in File.ReadLines(path).Select(Line).OfType<FeedItem>())
                {
                    if (item.Seen >= since && item.Seen <= desk.Now)
                    {
                        items.TryAdd(item.Id, item);
                    }
                }
            }
        }

        return [.. items.Values.OrderBy(item => item.At).ThenBy(item => item.Id, StringComparer.Ordinal)];
    }

    /// <summary>The entries of all feeds of a kind.</summary>
    public static IReadOnlyList<FeedItem> Read(DeskSession desk, FeedKind kind, DateTimeOffset since) =>
        [.. Names(desk).SelectMany(feed => Read(desk, feed, since)).Where(item => item.Kind == kind)];

    private static FeedItem? Line(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<FeedItem>(line, DeskFile.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
