using System.Globalization;
using Kobe.Core.Text;
using Kobe.Desk.Brokers;

namespace Kobe.Desk.Bars.Store;

/// <summary>The last quote of each minute on the disk, for reading as of an instant.</summary>
/// <remarks>
/// <c>SYMBOL/</c> holds <c>series.json</c>, a file for each date in UTC (<c>2026-11-23.quotes</c>) and
/// <c>quarantine.jsonl</c>. Files only grow, and each append carries its checksum, as in <see cref="BarStore"/>. A
/// minute's quote is stored when the minute is over, and never changed. Made-up prices are never put beside real ones.
/// One writer at a time.
/// </remarks>
/// <param name="root">The folder; it is made when something is stored.</param>
public sealed class QuoteStore(string root)
{
    private const string Kind = "quotes";

    /// <summary>Stores the last quote of each minute that is over.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="source">Who says so.</param>
    /// <param name="isSynthetic">Whether the prices were made up.</param>
    /// <param name="quotes">The quotes, in any order; those of a minute that is not over wait for another call.</param>
    /// <param name="now">Now (UTC).</param>
    /// <returns>How many were new, known, refused: a quote that cannot be true, or contradicts a stored one.</returns>
    /// <exception cref="ArgumentException">The symbol is none.</exception>
    /// <exception cref="InvalidDataException">A stored file is damaged, or holds made-up prices beside real
    /// ones.</exception>
    /// <exception cref="IOException">The disk refused, or somebody else is writing.</exception>
    public AppendReport Append(
        string symbol, string source, bool isSynthetic, IEnumerable<Quote> quotes, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        if (!DeskLimits.IsSymbol(symbol))
        {
            throw new ArgumentException($"'{symbol}' is no symbol: capitals and digits, such as SPY.", nameof(symbol));
        }

        var folder = Path.Combine(root, symbol);
        var refused = new List<QuarantinedBar>();
        var believed = quotes.Where(quote => IsBelieved(symbol, quote, now, refused)).ToList();
        var last = believed.GroupBy(quote => MinuteOf(quote.At))
            .Where(minute => new DateTimeOffset(minute.Key + TimeSpan.TicksPerMinute, TimeSpan.Zero) <= now)
            .Select(minute => minute.MaxBy(quote => quote.At)).OrderBy(quote => quote.At).ToList();
        SeriesFolder.Keep(folder, new(SeriesFolder.Format, symbol, Kind, "raw", "", source, isSynthetic));
        var (added, known) = (0, 0);
        foreach (var part in last.GroupBy(quote => FileOf(quote.At)))
        {
            added += SeriesFolder.Append<Quote, QuoteCodec>(Path.Combine(folder, part.Key), stored =>
            {
                var fresh = Fresh(part, stored, refused, part.Key, out var same);
                known += same;
                return fresh;
            });
        }

        SeriesFolder.Quarantine(folder, refused);
        return new(added, known, refused);
    }

    /// <summary>The quotes of a span that were known at an instant.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="from">The first instant that counts (UTC).</param>
    /// <param name="now">The instant of the decision; later quotes are left out.</param>
    public QuoteReading Read(string symbol, DateTimeOffset from, DateTimeOffset now)
    {
        var quotes = new List<Quote>();
        var (record, errors) = Files(
            symbol, path => string.CompareOrdinal(path, FileOf(from)) >= 0 && IsBefore(path, now), quotes);
        return new(
            [.. quotes.Where(quote => quote.At >= from && quote.At <= now).OrderBy(quote => quote.At)],
            record?.Source, record?.Synthetic ?? false, errors);
    }

    /// <summary>The last quote that was known at an instant; null where none is stored, or its file is
    /// damaged.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="now">The instant of the decision.</param>
    public Quote? Last(string symbol, DateTimeOffset now)
    {
        var folder = Path.Combine(root, symbol);
        if (!DeskLimits.IsSymbol(symbol) || !Directory.Exists(folder))
        {
            return null;
        }

        foreach (var name in Directory.EnumerateFiles(folder, "*." + Kind).Select(path => Path.GetFileName(path))
            .Where(name => IsBefore(name, now)).OrderDescending(StringComparer.Ordinal))
        {
            var quotes = new List<Quote>();
            if (Files(symbol, other => other == name, quotes).Errors.Count > 0)
            {
                return null;
            }

            var known = quotes.FindAll(quote => quote.At <= now);
            if (known.Count > 0)
            {
                return known.MaxBy(quote => quote.At);
            }
        }

        return null;
    }

    /// <summary>What was kept out, in the order in which it came.</summary>
    /// <param name="symbol">The symbol.</param>
    public IReadOnlyList<QuarantinedBar> Quarantined(string symbol) =>
        SeriesFolder.Quarantined(Path.Combine(root, symbol));

    private (SeriesRecord? Record, IReadOnlyList<Diagnostic> Errors) Files(
        string symbol, Func<string, bool> wanted, List<Quote> quotes)
    {
        var folder = Path.Combine(root, symbol);
        try
        {
            if (!DeskLimits.IsSymbol(symbol) || SeriesFolder.Record(folder) is not { } record)
            {
                return (null, []);
            }

            foreach (var path in Directory.EnumerateFiles(folder, "*." + Kind).Order(StringComparer.Ordinal)
                .Where(path => wanted(Path.GetFileName(path))))
            {
                Frames<Quote, QuoteCodec>.Read(File.ReadAllBytes(path), quotes, out var problem);
                if (problem is not null)
                {
                    return (record, [Damage(path, problem)]);
                }
            }

            return (record, []);
        }
        catch (InvalidDataException damaged)
        {
            return (null, [Damage(Path.Combine(folder, SeriesFolder.RecordFile), damaged.Message)]);
        }
    }

    // The same again is no news, a hole may be filled late, and anything else is a contradiction.
    private static Quote[] Fresh(
        IEnumerable<Quote> quotes, List<Quote> stored, List<QuarantinedBar> refused, string file, out int known)
    {
        known = 0;
        var byMinute = stored.ToDictionary(quote => MinuteOf(quote.At));
        var fresh = new List<Quote>();
        foreach (var quote in quotes)
        {
            if (!byMinute.TryGetValue(MinuteOf(quote.At), out var same))
            {
                fresh.Add(quote);
            }
            else if (same == quote)
            {
                known++;
            }
            else
            {
                refused.Add(new(file, Text(quote), $"Another quote is stored for this minute: {Text(same)}."));
            }
        }

        return [.. fresh];
    }

    private static bool IsBelieved(string symbol, in Quote quote, DateTimeOffset now, List<QuarantinedBar> refused)
    {
        var problem = quote.At > now ? "It lies in the future."
            : quote.Bid < 0 || quote.Ask < 0 || quote.Last < 0 ? "A price is negative."
            : quote is { Bid: 0, Ask: 0, Last: 0 } ? "It has no price at all."
            : quote.Bid > 0 && quote.Ask > 0 && quote.Bid > quote.Ask ? "The bid lies above the ask."
            : null;
        if (problem is not null)
        {
            refused.Add(new(symbol, Text(quote), problem));
        }

        return problem is null;
    }

    private static Diagnostic Damage(string path, string problem) => new(
        path, 1, 1, DeskCodes.Corrupt, Severity.Error, problem, "Take the file from a backup, or delete it.");

    private static long MinuteOf(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute;

    private static bool IsBefore(string name, DateTimeOffset now) => string.CompareOrdinal(name, FileOf(now)) <= 0;

    private static string FileOf(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "." + Kind;

    private static string Text(in Quote quote) => string.Create(
        CultureInfo.InvariantCulture,
        $"{quote.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z bid={quote.Bid} ask={quote.Ask} last={quote.Last}");
}
