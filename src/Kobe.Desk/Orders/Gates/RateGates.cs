using System.Globalization;
using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders.Gates;

/// <summary>The gates on how often.</summary>
internal static class RateGates
{
    private const decimal LegacyEquityMin = 25_000m;
    private const int LegacyTradesMax = 3;

    public static Verdict OrderRate(GateInput input)
    {
        var since = input.Now - TimeSpan.FromMinutes(1);
        var sent = input.Records.All.Count(record => record.WasSent && record.At > since);
        return Verdict.Compare(
            "order_rate", "orders within a minute", sent + 1, input.Limits.OrdersPerMinuteMax, $"{sent} sent + this");
    }

    public static Verdict TaskCap(GateInput input)
    {
        var today = input.DateOf(input.Now);
        var sent = input.Records.All.Count(
            record => record.WasSent && record.Task == input.Intent.Task && input.DateOf(record.At) == today);
        return Verdict.Compare(
            "task_cap", $"orders of {input.Intent.Task} today", sent + 1, input.Limits.OrdersPerTaskAndDayMax,
            $"{sent} sent + this");
    }

    public static Verdict DayTrades(GateInput input)
    {
        switch (input.Limits.DayTrades)
        {
            case DayTradePolicy.Off:
                return Verdict.Pass("day_trades", "no rule applies");
            case DayTradePolicy.IntradayMargin:
                var cost = input.Intent.Quantity * input.Price;
                return Verdict.Compare(
                    "day_trades", "cost in dollars", cost, input.Account?.BuyingPower ?? 0, "buying power of the day");
        }

        var trades = Count(input);
        return input.Equity >= LegacyEquityMin
            ? Verdict.Pass("day_trades", string.Create(
                CultureInfo.InvariantCulture, $"equity {input.Equity:0.##} >= {LegacyEquityMin}"))
            : Verdict.Compare(
                "day_trades", "day trades in five sessions, with this one", trades + 1, LegacyTradesMax,
                string.Create(CultureInfo.InvariantCulture, $"{trades} made, equity {input.Equity:0.##}"));
    }

    // A day trade is opening and closing the same symbol on one date; several fills one way count once, and each
    // change from opening to closing counts again.
    private static int Count(GateInput input)
    {
        var count = 0;
        var symbols = new Dictionary<string, (decimal Held, DateOnly OpenedOn, bool IsClosing)>(StringComparer.Ordinal);
        foreach (var fill in input.Ledger.Fills)
        {
            var date = input.DateOf(fill.At);
            var signed = fill.Side == OrderSide.Buy ? fill.Quantity : -fill.Quantity;
            var (held, openedOn, isClosing) = symbols.GetValueOrDefault(fill.Symbol);
            var closes = held != 0 && held > 0 != signed > 0;
            if (closes && !isClosing && openedOn == date && input.LastSessions.Contains(date))
            {
                count++;
            }

            symbols[fill.Symbol] = (held + signed, closes ? openedOn : date, closes);
        }

        return count;
    }
}
