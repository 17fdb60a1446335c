using Kobe.Core.Markets;
using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Factors;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Alpaca;

namespace Kobe.Desk.Sources;

/// <summary>Bars from the broker's data interface.</summary>
internal sealed class AlpacaSource : IMarketSource, IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    // What strategies need to warm up, and a year to look at.
    private const int DailyYears = 3;

    private readonly AlpacaWire _wire;
    private readonly AlpacaBars _bars;
    private readonly ExchangeCalendar _calendar;

    public AlpacaSource(
        AlpacaEndpoint endpoint, AlpacaKeys keys, ExchangeCalendar calendar, TimeProvider time,
        IReadOnlyList<string> symbols)
    {
        _wire = new(endpoint, keys, time, Timeout);
        _bars = new(endpoint, _wire, calendar);
        _calendar = calendar;
        Symbols = symbols;
    }

    public string Name => AlpacaBars.Source;

    public bool IsSynthetic => false;

    public IReadOnlyList<string> Symbols { get; }

    public string Index => Symbols.Contains("SPY") ? "SPY" : Symbols[0];

    public string SectorOf(string symbol) => "";

    public PriceFactors FactorsOf(string symbol) => PriceFactors.None;

    public Task<BarReading> DailyAsync(string symbol, DateTimeOffset now, CancellationToken cancellation) =>
        ReadAsync(symbol, BarInterval.Day, now.AddYears(-DailyYears), now, cancellation);

    public async Task<BarReading> MinutesAsync(
        string symbol, DateOnly date, DateTimeOffset now, CancellationToken cancellation)
    {
        if (_calendar.On(date).Session is not { } session || session.Open >= now)
        {
            return new(new(new(symbol, BarInterval.Minute, Adjustment.Raw, Name), []), [], []);
        }

        var reading = await ReadAsync(
            symbol, BarInterval.Minute, session.Open, session.Close < now ? session.Close : now, cancellation)
            .ConfigureAwait(false);
        return reading.Series is { } series
            ? reading with { Series = series.Between(session.Open, session.Close).Until(now) } : reading;
    }

    public void Dispose() => _wire.Dispose();

    private async Task<BarReading> ReadAsync(
        string symbol, BarInterval interval, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var reply = await _bars.ReadAsync([symbol], interval, Adjustment.Raw, from, to, cancellation)
            .ConfigureAwait(false);
        return reply is BrokerReply<IReadOnlyList<BarReading>>.Done done
            ? done.Value[0] with { Series = done.Value[0].Series?.Until(to) }
            : throw new IOException($"The data interface gave no bars of {symbol}: {reply}");
    }
}
