using Kobe.Desk.Accounts;

namespace Kobe.Plugins.Trading.Desks;

/// <summary>What the account had when the date began.</summary>
/// <param name="Start">Equity at the last point before the date, moved by transfers since, in dollars.</param>
/// <param name="Peak">The highest equity so far, in dollars.</param>
internal readonly record struct DayMoney(decimal Start, decimal Peak)
{
    /// <summary>Reads it from the ledger's curve.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="today">The date.</param>
    /// <param name="dateOf">The date of an instant at the exchange.</param>
    /// <param name="otherwise">The equity when the ledger has no point before the date.</param>
    public static DayMoney Of(
        AccountLedger ledger, DateOnly today, Func<DateTimeOffset, DateOnly> dateOf, decimal otherwise)
    {
        var start = otherwise;
        var curve = ledger.EquityCurve;
        for (var i = curve.Count - 1; i >= 0; i--)
        {
            if (dateOf(curve[i].At) < today)
            {
                start = curve[i].Equity + ledger.NetTransfers - curve[i].NetTransfers;
                break;
            }
        }

        var peak = start;
        foreach (var point in curve)
        {
            peak = Math.Max(peak, point.Equity - point.NetTransfers + ledger.NetTransfers);
        }

        return new(start, peak);
    }
}
