using Kobe.Desk.Bars;
using Microsoft.AspNetCore.Http;

namespace Kobe.Desk.Tests.StandIn;

/// <summary>The bars of the stand-in, given out in pages that count across symbols.</summary>
internal sealed class StandInBars
{
    private readonly SortedDictionary<string, Bar[]> _bars = new(StringComparer.Ordinal);

    public void Put(string symbol, params Bar[] bars) => _bars[symbol] = bars;

    public StandInPage Page(IQueryCollection query)
    {
        var symbols = query["symbols"].ToString().Split(',');
        var start = DateTimeOffset.Parse(query["start"]!);
        var to = DateTimeOffset.Parse(query["end"]!);
        var skip = int.TryParse(query["page_token"], out var token) ? token : 0;
        var limit = int.Parse(query["limit"]!);
        var rows = (
            from symbol in symbols.Order(StringComparer.Ordinal)
            where _bars.ContainsKey(symbol)
            from bar in _bars[symbol]
            where bar.Start >= start && bar.Start <= to
            select (symbol, bar)).ToList();
        var page = rows.Skip(skip).Take(limit).ToList();
        return new StandInPage(page, skip + page.Count < rows.Count ? $"{skip + page.Count}" : null);
    }
}
