using System.Globalization;
using System.Text;
using Kobe.Contracts;
using Kobe.Desk.Accounts;
using Kobe.Plugins.State;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Reports;

/// <summary>The year's closed lots, first in first out, with the losses that the wash-sale rule touches, and the lots
/// that are open.</summary>
[Handler("trading.tax_lots", About = "The year's lots first in first out, with wash sales, as CSV.")]
[Effects(Effects.Idempotent)]
public sealed class TaxLotsHandler : ITaskHandler
{
    // 26 U.S.C. § 1091: a loss does not count when the same is bought within thirty days before or after.
    private static readonly TimeSpan Wash = TimeSpan.FromDays(30);

    // 26 U.S.C. § 1222: long-term is what was held for more than one year.
    private const int LongTermYears = 1;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => Task.FromResult(Write(run)), cancellation);

    /// <summary>Whether a loss is touched by the rule: another lot of the symbol was bought around its sale.</summary>
    /// <param name="trade">The closed lot.</param>
    /// <param name="bought">The instants of purchases of the symbol.</param>
    internal static bool IsWash(ClosedTrade trade, IEnumerable<DateTimeOffset> bought) => trade.Profit < 0
        && bought.Any(at => at != trade.OpenedAt && (at - trade.ClosedAt).Duration() <= Wash);

    private static TaskResult Write(TradingRun run)
    {
        var ledger = run.Desk.Ledger;
        var year = run.Today.Year;
        var closed = ledger.Closed.Where(trade => run.DateOf(trade.ClosedAt).Year == year).ToList();
        var open = ledger.Symbols.SelectMany(symbol => ledger.LotsOf(symbol).Select(lot => (symbol, lot))).ToList();
        if (closed.Count == 0 && open.Count == 0)
        {
            return new TaskResult.Skipped($"nothing was closed in {year} and nothing is held");
        }

        var bought = ledger.Fills.Where(fill => fill.Side == Kobe.Desk.Brokers.OrderSide.Buy)
            .ToLookup(fill => fill.Symbol, fill => fill.At, StringComparer.Ordinal);
        var text = new StringBuilder(run.Session.Source.IsSynthetic ? "# SYNTHETIC prices: not for any tax office\n"
            : "");
        text.Append("symbol,opened,closed,quantity,cost,proceeds,profit,term,wash_sale\n");
        var washes = 0;
        foreach (var trade in closed)
        {
            var (from, to) = (run.DateOf(trade.OpenedAt), run.DateOf(trade.ClosedAt));
            var wash = IsWash(trade, bought[trade.Symbol]);
            washes += wash ? 1 : 0;
            text.Append(CultureInfo.InvariantCulture,
                $"{trade.Symbol},{from:yyyy-MM-dd},{to:yyyy-MM-dd},{trade.Quantity},{trade.Cost:0.00},");
            text.Append(CultureInfo.InvariantCulture, $"{trade.Proceeds:0.00},{trade.Profit:0.00},");
            text.Append(from.AddYears(LongTermYears) < to ? "long," : "short,").Append(wash ? "yes\n" : "no\n");
        }

        foreach (var (symbol, lot) in open)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{symbol},{run.DateOf(lot.OpenedAt):yyyy-MM-dd},,{lot.Quantity},{lot.Cost:0.00},,,open,no\n");
        }

        var path = Path.Combine(run.Folder, "tax", $"{year}.csv");
        OwnerFile.Replace(path, Encoding.UTF8.GetBytes(text.ToString()));
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("closed_lots", closed.Count).WithCount("open_lots", open.Count)
                .WithCount("wash_sales", washes).WithOutput(Output.OfFile(path)));
    }
}
