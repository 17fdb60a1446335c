using Kobe.Desk.Accounts;
using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders.Gates;

/// <summary>From where losses are counted, in dollars.</summary>
/// <param name="DayStart">The equity that the day began with.</param>
/// <param name="MovedToday">What was brought in since, less what was taken out.</param>
/// <param name="Peak">The highest equity so far, transfers taken out.</param>
/// <param name="NetTransfers">Money brought in less money taken out, since the beginning.</param>
internal readonly record struct LossMarks(decimal DayStart, decimal MovedToday, decimal Peak, decimal NetTransfers)
{
    /// <summary>As the ledger has it; where it has nothing from before the day, the broker's last close
    /// counts.</summary>
    public static LossMarks Of(AccountLedger ledger, Account? account, DateOnly today, TimeZoneInfo zone)
    {
        EquityPoint? before = null;
        var peak = ledger.StartCash + ledger.AdoptedCost;
        foreach (var point in ledger.EquityCurve)
        {
            peak = Math.Max(peak, point.Equity - point.NetTransfers);
            if (DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(point.At, zone).DateTime) < today)
            {
                before = point;
            }
        }

        return before is { } last
            ? new(last.Equity, ledger.NetTransfers - last.NetTransfers, peak, ledger.NetTransfers)
            : new(account?.LastEquity ?? 0, 0, peak, ledger.NetTransfers);
    }
}
