using System.Collections.Concurrent;
using System.Globalization;
using Kobe.Core.Markets;
using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Csv;
using Kobe.Desk.Bars.Factors;
using Kobe.Desk.Bars.Synthetic;
using Kobe.Desk.Randomness;

namespace Kobe.Desk.Sources;

/// <summary>Bars in a folder: <c>daily/</c>, and if they are there <c>factors/</c>, <c>minute/</c> and
/// <c>sectors.csv</c> (symbol, sector).</summary>
/// <remarks>A session without minutes gets made-up ones that add up to its bar; they say SYNTHETIC.</remarks>
public sealed class FolderSource : LocalSource
{
    private const string UsualIndex = "SPY";

    private readonly CsvFolder _folder;
    private readonly string _root;
    private readonly Dictionary<string, string> _sectors;
    private readonly ConcurrentDictionary<string, BarSeries?> _minutes = new(StringComparer.Ordinal);

    private FolderSource(string root, ExchangeCalendar calendar, CsvFolder folder, IReadOnlyList<string> symbols)
        : base(calendar, symbols) => (_root, _folder, _sectors) = (root, folder, ReadSectors(root));

    /// <inheritdoc/>
    public override string Name => $"folder {_root}";

    /// <inheritdoc/>
    public override bool IsSynthetic => false;

    /// <inheritdoc/>
    public override string Index => Symbols.Contains(UsualIndex) ? UsualIndex : Symbols[0];

    /// <summary>Looks into a folder.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="calendar">The exchange whose sessions the bars span.</param>
    /// <param name="symbols">What is asked of it; empty for all that it has.</param>
    /// <exception cref="InvalidDataException">It has no bars, or not those that are asked for.</exception>
    public static FolderSource Open(string root, ExchangeCalendar calendar, IReadOnlyList<string> symbols)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        var folder = new CsvFolder(root, calendar);
        var there = folder.Symbols();
        var missing = symbols.Where(symbol => !there.Contains(symbol)).ToList();
        return there.Count == 0
            ? throw new InvalidDataException(
                $"{root} holds no daily/SYMBOL.csv: put files of date, open, high, low, close, volume there.")
            : missing.Count > 0
                ? throw new InvalidDataException($"{root} has no daily bars of {string.Join(", ", missing)}.")
                : new(root, calendar, folder, symbols.Count == 0 ? there : symbols);
    }

    /// <inheritdoc/>
    public override string SectorOf(string symbol) => _sectors.GetValueOrDefault(symbol, "");

    /// <inheritdoc/>
    public override PriceFactors FactorsOf(string symbol) => _folder.Factors(symbol) is var (factors, errors)
        && factors is not null ? factors : throw new InvalidDataException(_folder.Factors(symbol).Errors[0].ToString());

    private protected override BarReading ReadDaily(string symbol) => _folder.Daily(symbol);

    private protected override BarSeries ReadMinutes(string symbol, DateOnly date)
    {
        var day = Calendar.On(date).Session;
        var real = _minutes.GetOrAdd(symbol, RealMinutes);
        if (real is not null && day is not null && real.Between(day.Open, day.Close) is { Count: > 0 } kept)
        {
            return kept;
        }

        var made = new SeriesName(symbol, BarInterval.Minute, Adjustment.Raw, $"minutes made of {Name}", true);
        foreach (var bar in DailyOf(symbol).Series is { } daily && day is not null
            ? daily.Between(day.Open, day.Close).All : [])
        {
            var seed = new SeededRandom(1).Split(symbol)
                .Split(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            return new(made, MinutePath.Of(bar, seed, halts: 0));
        }

        return new(made, []);
    }

    private BarSeries? RealMinutes(string symbol) =>
        File.Exists(Path.Combine(_root, "minute", symbol + ".csv")) ? _folder.Minutes(symbol).Series : null;

    private static Dictionary<string, string> ReadSectors(string root)
    {
        var path = Path.Combine(root, "sectors.csv");
        return !File.Exists(path) ? [] : File.ReadLines(path)
            .Select(line => line.Split(',', StringSplitOptions.TrimEntries))
            .Where(fields => fields.Length == 2 && DeskLimits.IsSymbol(fields[0]))
            .DistinctBy(fields => fields[0])
            .ToDictionary(fields => fields[0], fields => fields[1], StringComparer.Ordinal);
    }
}
