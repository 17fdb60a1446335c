using System.Globalization;
using System.Text.Json;
using Kobe.Core.Markets;
using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Csv;

namespace Kobe.Desk.Brokers.Alpaca;

/// <summary>Bars from Alpaca's data interface, several symbols at a time, page by page.</summary>
/// <remarks>
/// The service's daily bar is dated midnight in New York and says nothing of its session; here it spans the core
/// session that the calendar has for the date, so that it is known from the close on. What has no session is kept out
/// with the reason. The adjustment is recorded with the series: raw and adjusted prices must never be mixed.
/// Without a subscription, prices come from one exchange (iex) with a small part of the volume.
/// </remarks>
internal sealed class AlpacaBars(AlpacaEndpoint endpoint, AlpacaWire wire, ExchangeCalendar calendar)
{
    /// <summary>The name under which the series say where they come from.</summary>
    public const string Source = "alpaca";

    private const int BarsPerPage = 10_000;

    // Ten million bars: more than anyone asks for at once; the limit is against an endless answer.
    private const int PagesMax = 1_000;

    /// <summary>Reads bars that began in a span of time.</summary>
    /// <param name="symbols">The symbols, each once.</param>
    /// <param name="interval">A day, or so many minutes up to 59.</param>
    /// <param name="adjustment">How prices are made comparable.</param>
    /// <param name="from">The first instant (UTC).</param>
    /// <param name="to">The last instant (UTC).</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>A reading for each symbol; one that the service does not know has a series without bars.</returns>
    public async Task<BrokerReply<IReadOnlyList<BarReading>>> ReadAsync(
        IReadOnlyList<string> symbols,
        BarInterval interval,
        Adjustment adjustment,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellation)
    {
        var drafts = symbols.ToDictionary(
            symbol => symbol, symbol => new SeriesDraft(new(symbol, interval, adjustment, Source)),
            StringComparer.Ordinal);
        var times = new BarTimes(calendar, interval);
        var query = $"v2/stocks/bars?symbols={Uri.EscapeDataString(string.Join(',', symbols))}"
            + $"&timeframe={Frame(interval)}&start={Text(from)}&end={Text(to)}&limit={BarsPerPage}"
            + $"&adjustment={(adjustment == Adjustment.All ? "all" : adjustment == Adjustment.Split ? "split" : "raw")}"
            + "&feed=iex&sort=asc";
        string? token = null;
        for (var page = 0; page < PagesMax; page++)
        {
            var address = new Uri(
                endpoint.Market, token is null ? query : $"{query}&page_token={Uri.EscapeDataString(token)}");
            var reply = await wire.CallAsync(
                HttpMethod.Get, address, Manner.Read, null, root => Add(root, drafts, times), cancellation)
                .ConfigureAwait(false);
            switch (reply)
            {
                case BrokerReply<string?>.Refused refused:
                    return new BrokerReply<IReadOnlyList<BarReading>>.Refused(refused.Refusal);
                case BrokerReply<string?>.Unclear unclear:
                    return new BrokerReply<IReadOnlyList<BarReading>>.Unclear(unclear.Why);
            }

            token = reply.ValueOrDefault;
            if (token is null)
            {
                break;
            }
        }

        return new BrokerReply<IReadOnlyList<BarReading>>.Done([.. symbols.Select(symbol => drafts[symbol].Finish())]);
    }

    private string? Add(JsonElement root, Dictionary<string, SeriesDraft> drafts, BarTimes times)
    {
        if (root.TryGetProperty("bars", out var bySymbol) && bySymbol.ValueKind == JsonValueKind.Object)
        {
            foreach (var symbol in bySymbol.EnumerateObject())
            {
                if (drafts.TryGetValue(symbol.Name, out var draft) && symbol.Value.ValueKind == JsonValueKind.Array)
                {
                    foreach (var bar in symbol.Value.EnumerateArray())
                    {
                        Add(draft, symbol.Name, bar, times);
                    }
                }
            }
        }

        return root.Text("next_page_token");
    }

    private void Add(SeriesDraft draft, string symbol, JsonElement bar, BarTimes times)
    {
        var at = AlpacaValues.Instant(bar.Required("t"));
        var place = string.Create(CultureInfo.InvariantCulture, $"{Source} {symbol} {at:yyyy-MM-dd'T'HH:mm'Z'}");
        var text = times.IsDay
            ? TimeZoneInfo.ConvertTime(at, calendar.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        if (times.TryRead(text, out var start, out var end, out var whyNot))
        {
            var (open, high) = (Price(bar, "o"), Price(bar, "h"));
            var (low, close) = (Price(bar, "l"), Price(bar, "c"));
            draft.Add(new Bar(start, end, open, high, low, close, Price(bar, "v")), place);
        }
        else
        {
            draft.Quarantine(place, bar.ToString(), whyNot ?? "Its time can't be read.");
        }
    }

    private static double Price(JsonElement bar, string name) => (double)bar.Amount(name);

    private static string Text(DateTimeOffset instant) =>
        Uri.EscapeDataString(instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private static string Frame(BarInterval interval) => interval.IsDay ? "1Day"
        : interval.Minutes <= 59 ? $"{interval.Minutes}Min"
        : interval.Minutes % 60 == 0 && interval.Minutes < 24 * 60 ? $"{interval.Minutes / 60}Hour"
        : throw new ArgumentOutOfRangeException(
            nameof(interval), interval, "Alpaca has days, 1 to 59 minutes and 1 to 23 hours.");
}
