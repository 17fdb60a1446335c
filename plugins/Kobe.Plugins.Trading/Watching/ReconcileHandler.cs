using Kobe.Contracts;
using Kobe.Desk.Accounts;
using Kobe.Desk.Brokers;
using Kobe.Plugins.Trading.Books;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>Books what moved, compares one part of the books with the broker's, and tells what is new.</summary>
[Handler("trading.reconcile", Arguments = typeof(ReconcileArguments),
    About = "Own books against the broker's: positions, orders, cash, dividends, fees, fills.")]
[Effects(Effects.Idempotent)]
[Publishes("positions.open")]
public sealed class ReconcileHandler : IReconcilingHandler
{
    // Dividends are paid weeks after they are declared.
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(40);

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(
            context, run => CompareAsync(run, context.Arguments<ReconcileArguments>().Scope, cancellation),
                cancellation);

    /// <inheritdoc/>
    public Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation) =>
        // It only books and compares: once more does no harm and is what is wanted.
        Task.FromResult(ReconcileAnswer.NotDone);

    private static async Task<TaskResult> CompareAsync(
        TradingRun run, ReconcileScope scope, CancellationToken cancellation)
    {
        var settled = await Settling.DoAsync(run, cancellation);
        var (compared, differences) = await DifferencesAsync(run, scope, settled, cancellation);
        var evidence = Evidence.None.WithCount("compared", compared).WithCount("differences", differences.Count)
            .WithCount("news", settled.News).WithCount("trades_written", settled.Trades)
            .WithId("scope", scope.ToString().ToLowerInvariant())
            .WithId("equity", FormattableString.Invariant($"{run.Desk.Ledger.Equity:0.00}"));
        evidence = differences.Take(20).Aggregate(evidence, (shown, text) => shown.WithId("difference", text));
        return new TaskResult.Succeeded(evidence, Fact.Of("positions.open", new
        {
            at = run.Now,
            positions = settled.Held.Select(one => new
            {
                symbol = one.Symbol,
                quantity = one.Quantity,
                price = one.CurrentPrice,
                stop = run.Book.Find(one.Symbol) is { Guard: > 0 } meant ? meant.Guard : (decimal?)null,
            }).ToList(),
            equalsBroker = settled.IsEqual,
        }));
    }

    private static async Task<(int Compared, IReadOnlyList<string> Differences)> DifferencesAsync(
        TradingRun run, ReconcileScope scope, Settled settled, CancellationToken cancellation)
    {
        var ledger = run.Desk.Ledger;
        var findings = settled.Reconciliation.Findings;
        switch (scope)
        {
            case ReconcileScope.Positions:
                return (settled.Held.Count, [.. Texts(FindingKind.Discrepancy)]);
            case ReconcileScope.Orders:
                return (settled.Open.Count, [.. Texts(
                    FindingKind.UnresolvedOrder, FindingKind.MissingOrder, FindingKind.ExternalOrder)]);
            case ReconcileScope.Cash:
                return (2, [.. Comparison.Cash(ledger, await run.AccountAsync(cancellation))]);
            case ReconcileScope.Dividends:
                return await MovedAsync(ActivityKind.Dividend, run.Now - LookBack);
            case ReconcileScope.Fees:
                return await MovedAsync(ActivityKind.Fee, run.Now - LookBack);
            case ReconcileScope.Fills:
                return await MovedAsync(
                    ActivityKind.Fill,
                    run.Session.Market.Calendar.PreviousSession(run.Today)?.Session?.Pre ?? run.Now - LookBack);
            default:
                var cash = Comparison.Cash(ledger, await run.AccountAsync(cancellation));
                var fills = await MovedAsync(ActivityKind.Fill, run.Now - LookBack);
                return (settled.Held.Count + settled.Open.Count + fills.Compared + 2,
                    [.. findings.Select(finding => finding.Text), .. cash, .. fills.Differences]);
        }

        IEnumerable<string> Texts(params FindingKind[] kinds) =>
            findings.Where(finding => kinds.Contains(finding.Kind)).Select(finding => finding.Text);

        async Task<(int Compared, IReadOnlyList<string> Differences)> MovedAsync(ActivityKind kind,
            DateTimeOffset since)
        {
            var reply = await run.Desk.Account.ActivitiesAsync(since, cancellation);
            var told = reply.ValueOrDefault ?? throw new IOException($"The broker does not tell what moved: {reply}");
            return (told.Count(one => one.Kind == kind), [.. Comparison.Unbooked(ledger, told, kind)]);
        }
    }
}
