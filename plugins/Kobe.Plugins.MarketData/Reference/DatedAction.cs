using Kobe.Core.Markets;
using Kobe.Desk.Bars.Factors;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>A split or dividend with the first session that trades without it.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="ExDate">That session.</param>
/// <param name="SplitRatio">Shares afterwards for one before; 1 without a split.</param>
/// <param name="Dividend">Dollars a share; 0 without a dividend.</param>
internal sealed record DatedAction(string Symbol, DateOnly ExDate, double SplitRatio, double Dividend)
{
    /// <summary>The events of a symbol in a span of dates, oldest first. Those to come are not known yet.</summary>
    public static IEnumerable<DatedAction> Of(
        string symbol, PriceFactors factors, ExchangeCalendar calendar, DateOnly from, DateOnly to)
    {
        foreach (var action in factors.Actions())
        {
            if (ExchangeCalendar.Covers(action.LastDate)
                && calendar.NextSession(action.LastDate) is { } ex && ex.Date >= from && ex.Date <= to)
            {
                yield return new(symbol, ex.Date, Prices.Rounded(action.SplitRatio), Prices.Rounded(action.Dividend));
            }
        }
    }
}
