using Kobe.Contracts;
using Kobe.Desk.Accounts;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Books;

/// <summary>Brings ledger, trade journal and position book up to what the broker says.</summary>
internal static class Settling
{
    /// <summary>Compares, books, and tells a person what is new.</summary>
    /// <exception cref="IOException">The broker does not answer, or the disk refuses.</exception>
    public static async Task<Settled> DoAsync(TradingRun run, CancellationToken cancellation)
    {
        var report = await run.Desk.ReconcileAsync(cancellation);
        if (report.Reconciliation is not { } reconciliation)
        {
            throw new IOException($"The broker could not be compared with: {report.Problem}");
        }

        var held = await run.PositionsAsync(cancellation);
        var open = await run.OpenOrdersAsync(cancellation);
        var trades = TradeJournal.Append(run);
        var waiting = open.Select(order => order.Symbol)
            .Concat(run.OrdersOfToday().Where(order => order.IsInDoubt).Select(order => order.Symbol))
            .ToHashSet(StringComparer.Ordinal);
        var gone = run.Book.Settle(held, waiting, run.Now);
        run.Book.Save();
        foreach (var finding in report.News)
        {
            run.Context.Notify(UrgencyOf(finding), $"{run.Label}{finding.Text}");
        }

        return new(reconciliation, report.News.Length, held, open, trades, gone.Count);
    }

    private static Urgency UrgencyOf(Finding finding) => finding.BlocksEntries
        ? Urgency.Critical
        : finding.Kind == FindingKind.ExternalOrder ? Urgency.Low : Urgency.Normal;
}
