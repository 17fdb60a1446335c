using Kobe.Core.Markets;
using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Factors;
using Kobe.Desk.Bars.Synthetic;
using Kobe.Desk.Randomness;

namespace Kobe.Desk.Sources;

/// <summary>A made-up market, the same under the same seed whenever it is asked.</summary>
public sealed class SyntheticSource : LocalSource
{
    // Wide enough for every replay; the bars of a date do not depend on the last date.
    private static readonly DateOnly First = new(2005, 1, 3);
    private static readonly DateOnly Last = new(2045, 12, 31);

    private static readonly string[] Sectors = ["energy", "finance", "health", "industry", "retail", "technology"];

    // The index, then names that no exchange would give: nobody should take them for shares.
    private static readonly string[] Usual =
    [
        "MADEUP", "ALFA", "BRAVO", "CHARL", "DELTA", "ECHO", "FOXTR", "GOLF", "HOTEL", "INDIA", "JULIE", "KILO",
        "LIMA", "MIKE", "NOVEM", "OSCAR", "PAPA", "QUEBE", "ROMEO", "SIERR", "TANGO", "UNIFO", "VICTO", "WHISK",
    ];

    private readonly SyntheticMarket _market;

    /// <summary>Makes the market of a seed.</summary>
    /// <param name="calendar">The exchange whose sessions it has.</param>
    /// <param name="seed">What repeats it.</param>
    /// <param name="symbols">What is asked of it; empty for its usual two dozen.</param>
    public SyntheticSource(ExchangeCalendar calendar, ulong seed, IReadOnlyList<string> symbols)
        : base(calendar, symbols.Count == 0 ? Usual : symbols) =>
        _market = new(calendar, new() { Seed = seed, From = First, To = Last });

    /// <inheritdoc/>
    public override string Name => _market.Source;

    /// <inheritdoc/>
    public override bool IsSynthetic => true;

    /// <inheritdoc/>
    public override string Index => Symbols[0];

    /// <inheritdoc/>
    public override string SectorOf(string symbol) =>
        symbol == Index ? "" : Sectors[new SeededRandom(1).Split(symbol).Below(Sectors.Length)];

    /// <inheritdoc/>
    public override PriceFactors FactorsOf(string symbol) => _market.Factors(symbol);

    private protected override BarReading ReadDaily(string symbol) => new(_market.Daily(symbol), [], []);

    private protected override BarSeries ReadMinutes(string symbol, DateOnly date) =>
        _market.Minutes(symbol, date, date);
}
