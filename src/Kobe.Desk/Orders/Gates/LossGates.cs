using System.Globalization;
using Kobe.Desk.Accounts;

namespace Kobe.Desk.Orders.Gates;

/// <summary>The gates on what was lost. Deposits and withdrawals are neither profit nor loss.</summary>
internal static class LossGates
{
    public static Verdict DailyLoss(GateInput input)
    {
        var today = input.DateOf(input.Now);
        var start = input.Account?.LastEquity ?? 0;
        var moved = 0m;
        EquityPoint? before = null;
        foreach (var point in input.Ledger.EquityCurve)
        {
            if (input.DateOf(point.At) < today)
            {
                before = point;
            }
        }

        // The day begins with what the ledger last had before it, else with what the broker had at the last close.
        if (before is { } last)
        {
            start = last.Equity;
            moved = input.Ledger.NetTransfers - last.NetTransfers;
        }

        var loss = start + moved - input.Equity;
        return Verdict.Compare(
            "daily_loss", "loss of the day in dollars", Math.Max(0, loss), start * input.Limits.DailyLossShareMax,
            string.Create(
                CultureInfo.InvariantCulture,
                $"began with {start:0.##}, moved in {moved:0.##}, now {input.Equity:0.##}; "
                + $"{input.Limits.DailyLossShareMax * 100:0.##} %"));
    }

    public static Verdict Drawdown(GateInput input)
    {
        var now = input.Equity - input.Ledger.NetTransfers;
        var peak = Math.Max(now, input.Ledger.StartCash + input.Ledger.AdoptedCost);
        foreach (var point in input.Ledger.EquityCurve)
        {
            peak = Math.Max(peak, point.Equity - point.NetTransfers);
        }

        return Verdict.Compare(
            "drawdown", "fall from the highest equity in dollars", peak - now,
            peak * input.Limits.DrawdownShareMax,
            string.Create(
                CultureInfo.InvariantCulture,
                $"highest {peak:0.##}, now {now:0.##}; {input.Limits.DrawdownShareMax * 100:0.##} %"));
    }
}
