using System.Globalization;
using System.Text;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>A table of <c>date,value</c> lines; the first may name the columns.</summary>
internal static class ValueTable
{
    /// <summary>Reads a table; of a long one the end.</summary>
    /// <exception cref="InvalidDataException">A line is none.</exception>
    public static IReadOnlyList<FeedEntry> Read(ReadOnlyMemory<byte> bytes)
    {
        var (entries, number) = (new List<FeedEntry>(), 0);
        foreach (var line in Encoding.UTF8.GetString(bytes.Span).Split('\n'))
        {
            number++;
            var fields = line.TrimEnd('\r').Split(',', StringSplitOptions.TrimEntries);
            if (fields is [""])
            {
                continue;
            }

            if (fields.Length >= 2 && XmlFeed.Date(fields[0]) is { } at && double.TryParse(
                fields[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            {
                entries.Add(new(fields[0], at, fields[1], null, null, value));
            }
            else if (number > 1 && !(fields.Length >= 2 && fields[1] is "" or "."))
            {
                throw new InvalidDataException($"Line {number} of the feed is no date and value: '{Short(line)}'.");
            }
        }

        return entries.Count <= FeedDocument.EntriesMax ? entries : entries[^FeedDocument.EntriesMax..];
    }

    private static string Short(string line) => line.Length <= 60 ? line : line[..60] + "…";
}
