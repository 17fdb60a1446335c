using System.Globalization;
using Kobe.Core.Text;

namespace Kobe.Desk.Bars.Store;

/// <summary>Bars on the disk, for reading as of an instant.</summary>
/// <remarks>
/// <c>INTERVAL/ADJUSTMENT/SYMBOL/</c> holds <c>series.json</c>, a file of bars for each year (<c>2021.bars</c>;
/// intraday for each month, <c>2021-03.bars</c>) and <c>quarantine.jsonl</c>. Files only grow: a bar that comes late is
/// written behind the others and read in its place. A stored bar is never changed: one that says something else goes
/// into the quarantine with the reason. Adjusted prices lie apart from raw ones, and made-up prices are never put
/// beside real ones. One writer at a time.
/// </remarks>
/// <param name="root">The folder; it is made when something is stored.</param>
/// <param name="calendar">The name of the exchange's calendar.</param>
public sealed class BarStore(string root, string calendar = "xnys")
{
    /// <summary>Stores the bars of a series that are not there yet.</summary>
    /// <param name="series">The series.</param>
    /// <returns>How many were new, known, refused.</returns>
    /// <exception cref="InvalidDataException">A stored file is damaged, or holds bars of another kind.</exception>
    /// <exception cref="IOException">The disk refused, or somebody else is writing.</exception>
    public AppendReport Append(BarSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var folder = FolderOf(series.Name);
        SeriesFolder.Keep(folder, new(
            SeriesFolder.Format, series.Name.Symbol, series.Name.Interval.ToString(),
            series.Name.Adjustment.ToString().ToLowerInvariant(), calendar, series.Name.Source,
            series.Name.IsSynthetic));
        var (added, known, refused) = (0, 0, new List<QuarantinedBar>());
        foreach (var part in series.All.ToArray().GroupBy(bar => FileOf(bar.Start, series.Name.Interval)))
        {
            added += SeriesFolder.Append<Bar, BarCodec>(
                Path.Combine(folder, part.Key), stored =>
                {
                    var fresh = Sorted(part, stored, refused, part.Key, out var same);
                    known += same;
                    return fresh;
                });
        }

        Quarantine(series.Name, refused);
        return new(added, known, refused);
    }

    /// <summary>The bars of a series that are complete at an instant.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="interval">The interval.</param>
    /// <param name="adjustment">The adjustment.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <returns>The series, or why there is none.</returns>
    public BarReading Read(string symbol, BarInterval interval, Adjustment adjustment, DateTimeOffset now) =>
        Read(symbol, interval, adjustment, DateTimeOffset.MinValue, now);

    /// <summary>The bars of a series that start at an instant or later and are complete at another; files of years or
    /// months before it are not opened.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="interval">The interval.</param>
    /// <param name="adjustment">The adjustment.</param>
    /// <param name="from">The first instant that counts.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <returns>The series, or why there is none.</returns>
    public BarReading Read(
        string symbol, BarInterval interval, Adjustment adjustment, DateTimeOffset from, DateTimeOffset now)
    {
        var folder = FolderOf(new(symbol, interval, adjustment, ""));
        SeriesRecord? record;
        try
        {
            record = DeskLimits.IsSymbol(symbol) ? SeriesFolder.Record(folder) : null;
        }
        catch (InvalidDataException damaged)
        {
            return Refused(Path.Combine(folder, SeriesFolder.RecordFile), DeskCodes.Corrupt, damaged.Message,
                "Take the file from a backup, or delete the folder and import the series again.");
        }

        if (record is null)
        {
            return Refused(
                Path.Combine(folder, SeriesFolder.RecordFile), DeskCodes.Unreadable, "There are no such bars.",
                "Import them first, or ask for another symbol, interval or adjustment.");
        }

        var bars = new List<Bar>();
        var first = FileOf(from, interval);
        foreach (var path in Directory.EnumerateFiles(folder, "*.bars")
            .Where(path => string.CompareOrdinal(Path.GetFileName(path), first) >= 0).Order(StringComparer.Ordinal))
        {
            Frames<Bar, BarCodec>.Read(File.ReadAllBytes(path), bars, out var problem);
            if (problem is not null)
            {
                return Refused(path, DeskCodes.Corrupt, problem,
                    "Take the file from a backup, or delete and import it again.");
            }
        }

        bars.RemoveAll(bar => bar.StartTicks < from.UtcTicks);
        bars.Sort(static (one, other) => one.StartTicks.CompareTo(other.StartTicks));
        var name = new SeriesName(symbol, interval, adjustment, record.Source, record.Synthetic);
        return new(new BarSeries(name, [.. bars]).Until(now), [], []);
    }

    /// <summary>Everything that is stored, by interval, adjustment and symbol.</summary>
    public IReadOnlyList<SeriesName> Series() =>
        !Directory.Exists(root) ? [] :
        [
            .. from path in Directory.EnumerateFiles(root, SeriesFolder.RecordFile, SearchOption.AllDirectories)
               orderby path
               let record = SeriesFolder.Record(Path.GetDirectoryName(path)!)
               where record is not null && BarInterval.TryParse(record.Interval, out _)
               let interval = BarInterval.TryParse(record.Interval, out var read) ? read : default
               let adjustment = Enum.Parse<Adjustment>(record.Adjustment, ignoreCase: true)
               select new SeriesName(record.Symbol, interval, adjustment, record.Source, record.Synthetic),
        ];

    /// <summary>Keeps bars that are not believed, with their reasons, beside the series they were kept out
    /// of.</summary>
    /// <param name="name">The series.</param>
    /// <param name="bars">The bars.</param>
    public void Quarantine(SeriesName name, IReadOnlyList<QuarantinedBar> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        SeriesFolder.Quarantine(FolderOf(name), bars);
    }

    /// <summary>What was kept out of a series, in the order in which it came.</summary>
    /// <param name="name">The series.</param>
    public IReadOnlyList<QuarantinedBar> Quarantined(SeriesName name) => SeriesFolder.Quarantined(FolderOf(name));

    /// <summary>Where the bars of a series lie.</summary>
    internal string FolderOf(SeriesName name) => Path.Combine(
        root, name.Interval.ToString(), name.Adjustment.ToString().ToLowerInvariant(), name.Symbol);

    private static string FileOf(DateTimeOffset start, BarInterval interval) =>
        start.UtcDateTime.ToString(interval.IsDay ? "yyyy" : "yyyy-MM", CultureInfo.InvariantCulture) + ".bars";

    // The same again is no news, a hole may be filled late, and anything else is a contradiction.
    private static Bar[] Sorted(
        IEnumerable<Bar> bars, List<Bar> stored, List<QuarantinedBar> refused, string file, out int known)
    {
        known = 0;
        var byStart = stored.OrderBy(bar => bar.StartTicks).ToArray();
        var (fresh, next) = (new List<Bar>(), 0);
        foreach (var bar in bars)
        {
            while (next < byStart.Length && byStart[next].EndTicks <= bar.StartTicks)
            {
                next++;
            }

            if (next == byStart.Length || byStart[next].StartTicks >= bar.EndTicks)
            {
                fresh.Add(bar);
            }
            else if (byStart[next] == bar)
            {
                known++;
            }
            else
            {
                refused.Add(new(file, BarRules.Text(bar),
                    $"Another bar is stored for this time: {BarRules.Text(byStart[next])}."));
            }
        }

        return [.. fresh];
    }

    private static BarReading Refused(string path, string code, string message, string hint) =>
        new(null, [], [new(path, 1, 1, code, Severity.Error, message, hint)]);
}
