using System.Collections.Concurrent;
using Kobe.Core.Markets;
using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Factors;

namespace Kobe.Desk.Sources;

/// <summary>Prices on this machine, in memory once they were asked for: the paper account trades at them.</summary>
public abstract class LocalSource : IMarketSource
{
    // A session of some hundred symbols; what is older is made again when it is asked for.
    private const int SessionsKept = 2_000;

    private readonly ConcurrentDictionary<string, BarReading> _daily = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Symbol, DateOnly Date), BarSeries> _minutes = new();

    private protected LocalSource(ExchangeCalendar calendar, IReadOnlyList<string> symbols)
    {
        (Calendar, Symbols) = (calendar, symbols);
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract bool IsSynthetic { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Symbols { get; }

    /// <inheritdoc/>
    public abstract string Index { get; }

    private protected ExchangeCalendar Calendar { get; }

    /// <inheritdoc/>
    public abstract string SectorOf(string symbol);

    /// <inheritdoc/>
    public abstract PriceFactors FactorsOf(string symbol);

    /// <inheritdoc/>
    public Task<BarReading> DailyAsync(string symbol, DateTimeOffset now, CancellationToken cancellation)
    {
        var reading = DailyOf(symbol);
        return Task.FromResult(reading.Series is { } series ? reading with { Series = series.Until(now) } : reading);
    }

    /// <inheritdoc/>
    public Task<BarReading> MinutesAsync(
        string symbol, DateOnly date, DateTimeOffset now, CancellationToken cancellation) =>
        Task.FromResult(new BarReading(MinutesOf(symbol, date).Until(now), [], []));

    /// <summary>All minutes of a session, those to come too: for the exchange of the paper account only.</summary>
    internal BarSeries MinutesOf(string symbol, DateOnly date)
    {
        if (_minutes.Count > SessionsKept)
        {
            _minutes.Clear();
        }

        return _minutes.GetOrAdd((symbol, date), key => ReadMinutes(key.Symbol, key.Date));
    }

    private protected BarReading DailyOf(string symbol) => _daily.GetOrAdd(symbol, ReadDaily);

    private protected abstract BarReading ReadDaily(string symbol);

    private protected abstract BarSeries ReadMinutes(string symbol, DateOnly date);
}
