using System.Globalization;
using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders.Gates;

/// <summary>The gates on how much is held and risked.</summary>
internal static class SizeGates
{
    public static Verdict Position(GateInput input)
    {
        var intent = input.Intent;
        var (held, waiting, added) = (Held(input, intent.Symbol), Waiting(input, intent.Symbol), Added(input));
        return Verdict.Compare(
            "max_position", $"{intent.Symbol} in dollars", held + waiting + added,
            input.Equity * input.Limits.PositionShareMax,
            Sum(input, $"held {held:0.##} + open orders {waiting:0.##} + this {added:0.##}",
                input.Limits.PositionShareMax));
    }

    public static Verdict Exposure(GateInput input)
    {
        var held = input.Positions.Sum(position => Math.Abs(position.MarketValue));
        var (waiting, added) = (Waiting(input, symbol: null), Added(input));
        return Verdict.Compare(
            "exposure", "all positions in dollars", held + waiting + added,
            input.Equity * input.Limits.ExposureShareMax,
            Sum(input, $"held {held:0.##} + open orders {waiting:0.##} + this {added:0.##}",
                input.Limits.ExposureShareMax));
    }

    public static Verdict TradeRisk(GateInput input)
    {
        var intent = input.Intent;
        if (intent.RiskStop is not { } stop)
        {
            return Verdict.Deny("trade_risk", "the entry names no stop: its risk can't be measured");
        }

        var perShare = intent.Side == OrderSide.Buy ? input.Price - stop : stop - input.Price;
        return perShare <= 0
            ? Verdict.Deny("trade_risk", $"the stop {stop} lies on the wrong side of the price {input.Price}")
            : Verdict.Compare(
                "trade_risk", "loss at the stop in dollars", perShare * intent.Quantity,
                input.Equity * input.Limits.TradeRiskShareMax,
                Sum(input, $"{intent.Quantity} x ({input.Price:0.####} to {stop:0.####})",
                    input.Limits.TradeRiskShareMax));
    }

    public static Verdict Sector(GateInput input)
    {
        var sector = input.Intent.Sector;
        var others = input.Positions
            .Where(position => input.Sectors.GetValueOrDefault(position.Symbol, "") == sector)
            .Sum(position => Math.Abs(position.MarketValue));
        var added = Added(input);
        return Verdict.Compare(
            "sector_heat", $"sector {(sector.Length == 0 ? "unknown" : sector)} in dollars", others + added,
            input.Equity * input.Limits.SectorShareMax,
            Sum(input, $"held {others:0.##} + this {added:0.##}", input.Limits.SectorShareMax));
    }

    public static Verdict Correlation(GateInput input)
    {
        var intent = input.Intent;
        var together = input.Positions
            .Where(position => position.Symbol == intent.Symbol
                || intent.Correlations.GetValueOrDefault(position.Symbol, 1) >= input.Limits.CorrelationFrom)
            .Sum(position => Math.Abs(position.MarketValue));
        var added = Added(input);
        return Verdict.Compare(
            "correlation_heat", "positions that go together in dollars", together + added,
            input.Equity * input.Limits.CorrelatedShareMax,
            Sum(input, $"held {together:0.##} + this {added:0.##}", input.Limits.CorrelatedShareMax));
    }

    private static decimal Added(GateInput input) => input.Intent.Quantity * input.Price;

    private static decimal Held(GateInput input, string symbol) =>
        input.Positions.Where(position => position.Symbol == symbol).Sum(position => Math.Abs(position.MarketValue));

    // Open orders that would enlarge a position count as if they were done; exits free nothing before they are.
    private static decimal Waiting(GateInput input, string? symbol)
    {
        var sum = 0m;
        foreach (var order in input.OpenOrders)
        {
            var held = input.Positions.FirstOrDefault(position => position.Symbol == order.Symbol)?.Quantity ?? 0;
            var enlarges = order.Side == OrderSide.Buy ? held >= 0 : held <= 0;
            if (enlarges && order.Status != OrderStatus.Held && (symbol is null || order.Symbol == symbol))
            {
                var price = order.LimitPrice ?? order.StopPrice
                    ?? (order.Symbol == input.Intent.Symbol ? input.Price : PriceOf(input, order.Symbol));
                sum += order.Notional ?? (order.Remaining * price);
            }
        }

        return sum;
    }

    private static decimal PriceOf(GateInput input, string symbol) =>
        input.Positions.FirstOrDefault(position => position.Symbol == symbol)?.CurrentPrice
        ?? input.Ledger.PriceOf(symbol);

    private static string Sum(GateInput input, FormattableString sum, decimal share) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sum.ToString(CultureInfo.InvariantCulture)}; {share * 100:0.##} % of equity {input.Equity:0.##}");
}
