using Kobe.Core.Markets;
using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Csv;
using Kobe.Desk.Bars.Factors;
using Kobe.Desk.Bars.Quality;
using Kobe.Desk.Bars.Synthetic;

namespace Kobe.Desk.Backtests.Requests;

/// <summary>Finds the bars of a request, adjusts them and looks at their quality.</summary>
internal sealed class RequestedBars(ExchangeCalendar calendar, BacktestRequest request)
{
    private const int MadeUpSymbols = 8;

    public List<string> Errors { get; } = [];

    public List<QualityReport> Quality { get; } = [];

    /// <summary>The series, adjusted for splits and dividends as of the request's last date.</summary>
    public BarSeries[] Read()
    {
        var series = request.Folder is { } folder ? OfFolder(folder) : MadeUp();
        if (Errors.Count == 0 && series.Length == 0)
        {
            Errors.Add(
                $"{request.Folder} has no daily/SYMBOL.csv. Name a folder that has, or none for made-up prices.");
        }

        return series;
    }

    private BarSeries[] OfFolder(string folder)
    {
        var files = new CsvFolder(folder, calendar);
        var found = new List<BarSeries>();
        foreach (var symbol in request.Symbols.Count > 0 ? request.Symbols : files.Symbols())
        {
            var reading = files.Daily(symbol);
            var (factors, problems) = files.Factors(symbol);
            Errors.AddRange(reading.Errors.Concat(problems).Select(problem => problem.ToString()));
            if (reading.Series is not null && factors is not null)
            {
                Take(reading, factors, found);
            }
        }

        return [.. found];
    }

    private BarSeries[] MadeUp()
    {
        var market = new SyntheticMarket(calendar, new SyntheticSettings { Seed = request.Seed });
        var found = new List<BarSeries>();
        foreach (var symbol in request.Symbols.Count > 0
            ? request.Symbols : [.. Enumerable.Range(1, MadeUpSymbols).Select(number => $"MADE{number}")])
        {
            if (DeskLimits.IsSymbol(symbol))
            {
                Take(new(market.Daily(symbol), [], []), market.Factors(symbol), found);
            }
            else
            {
                Errors.Add($"'{symbol}' is no symbol: capitals and digits, such as SPY.");
            }
        }

        return [.. found];
    }

    private void Take(BarReading reading, PriceFactors factors, List<BarSeries> found)
    {
        var end = request.To is { } to ? new LocalDay(to, calendar.Zone).End : DateTimeOffset.MaxValue;
        var raw = reading.Series!.Until(end);
        if (raw.Count > 0)
        {
            Quality.Add(QualityCheck.Of(reading with { Series = raw }, factors, calendar, raw[^1].End));
            found.Add(factors.Adjust(raw, Adjustment.All, end));
        }
        else
        {
            Errors.Add($"{raw.Name} has no bar up to {request.To:yyyy-MM-dd}.");
        }
    }
}
