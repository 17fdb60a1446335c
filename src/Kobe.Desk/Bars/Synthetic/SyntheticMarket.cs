using System.Collections.Concurrent;
using Kobe.Core.Markets;
using Kobe.Desk.Bars.Factors;
using Kobe.Desk.Randomness;

namespace Kobe.Desk.Bars.Synthetic;

/// <summary>Prices that were made up under a seed, for trying things out without data and without keys.</summary>
/// <remarks>
/// Sessions, early closes and holidays are the exchange's. A common mood changes between calm, nervous and crisis; each
/// symbol has its share in the market's moves and moves of its own, gaps overnight, dividends, splits with their
/// factors, and halts. Prices are whole cents. Every series says SYNTHETIC. A symbol's prices do not depend on which
/// others are asked for. It is no model of any real share: nothing learnt on it is worth money.
/// </remarks>
/// <param name="calendar">The exchange.</param>
/// <param name="settings">What the market is made of.</param>
public sealed class SyntheticMarket(ExchangeCalendar calendar, SyntheticSettings settings)
{
    private readonly MarketPath _path = new(settings, calendar);
    private readonly ConcurrentDictionary<string, SyntheticSymbol> _symbols = new(StringComparer.Ordinal);

    /// <summary>How its series name their source.</summary>
    public string Source => $"synthetic market, seed {settings.Seed}";

    /// <summary>The bars of session days with raw prices.</summary>
    /// <param name="symbol">Any symbol; it gets prices of its own.</param>
    /// <exception cref="ArgumentException">It is no symbol.</exception>
    public BarSeries Daily(string symbol) => new(Name(symbol, BarInterval.Day), Of(symbol).Bars);

    /// <summary>The factors of the symbol's splits and dividends.</summary>
    /// <param name="symbol">The symbol.</param>
    public PriceFactors Factors(string symbol) => Of(symbol).Factors;

    /// <summary>The minutes of some dates, which add up to the bars of the days.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="from">The first date.</param>
    /// <param name="to">The last date.</param>
    public BarSeries Minutes(string symbol, DateOnly from, DateOnly to)
    {
        var random = new SeededRandom(settings.Seed).Split(symbol).Split("minutes");
        var bars = new List<Bar>();
        foreach (var day in Of(symbol).Bars)
        {
            var date = DateOnly.FromDateTime(day.Start.UtcDateTime);
            if (date >= from && date <= to)
            {
                bars.AddRange(MinutePath.Of(day, random.Split($"{date:yyyy-MM-dd}"), settings.HaltedMinutes));
            }
        }

        return new(Name(symbol, BarInterval.Minute), [.. bars]);
    }

    /// <summary>The mood of a session.</summary>
    /// <param name="date">The date.</param>
    /// <returns>Null where there is no session, or before or after the market's dates.</returns>
    public Regime? MoodOn(DateOnly date)
    {
        for (var i = 0; i < _path.Days.Count; i++)
        {
            if (_path.Days[i].Date == date)
            {
                return _path.Regimes[i];
            }
        }

        return null;
    }

    private SeriesName Name(string symbol, BarInterval interval) =>
        new(symbol, interval, Adjustment.Raw, Source, IsSynthetic: true);

    private SyntheticSymbol Of(string symbol)
    {
        if (!DeskLimits.IsSymbol(symbol))
        {
            throw new ArgumentException($"'{symbol}' is no symbol: capitals and digits, such as SPY.", nameof(symbol));
        }

        return _symbols.GetOrAdd(symbol, one => SyntheticSymbol.Make(
            _path, settings, new SeededRandom(settings.Seed).Split(one)));
    }
}
