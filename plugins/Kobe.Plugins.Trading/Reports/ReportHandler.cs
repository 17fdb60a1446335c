using System.Globalization;
using System.Text;
using Kobe.Contracts;
using Kobe.Plugins.State;
using Kobe.Plugins.Trading.Books;
using Kobe.Plugins.Trading.Desks;
using Kobe.Plugins.Trading.Plans;

namespace Kobe.Plugins.Trading.Reports;

/// <summary>Result, trades and positions of a span in a message and a page.</summary>
[Handler("trading.report", Arguments = typeof(ReportArguments),
    About = "Result, trades and positions of a span, as a message and a page.")]
[Effects(Effects.Idempotent)]
public sealed class ReportHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(
            context, run => TellAsync(run, context.Arguments<ReportArguments>().Span, cancellation), cancellation);

    private static async Task<TaskResult> TellAsync(TradingRun run, ReportSpan span, CancellationToken cancellation)
    {
        var ledger = run.Desk.Ledger;
        if (!ledger.IsOpen)
        {
            return new TaskResult.Skipped("the ledger has not begun: trading.reconcile opens it");
        }

        var last = span is ReportSpan.Month or ReportSpan.Quarter or ReportSpan.Year && run.Context.Market.Open is null
            ? run.Session.Market.Calendar.PreviousSession(run.Today)?.Date ?? run.Today : run.Today;
        var (from, to) = SpanDates.Of(span, last);
        var account = await run.AccountAsync(cancellation);
        var held = await run.PositionsAsync(cancellation);
        var trades = TradeJournal.Read(run, from, to);
        var start = DayMoney.Of(ledger, from, run.DateOf, ledger.StartCash + ledger.AdoptedCost).Start;
        var name = span.ToString().ToLowerInvariant();
        var day = to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var text = ReportText.Of(
            $"{char.ToUpperInvariant(name[0])}{name[1..]} to {day}", run.Session.Source.IsSynthetic, account.Equity,
                start,
            trades, held, run.Book);
        if (span == ReportSpan.Brief && run.OfToday<DayPlan>(DayPlanHandler.FactName) is { } plan)
        {
            var ideas = plan.Ideas.Select(idea => $"{idea.Quantity} {idea.Symbol} ({idea.Strategy}, {idea.Setup})");
            text += $"\nPlan: {(plan.Ideas.Count == 0 ? "no idea passed" : string.Join(", ", ideas))}.\n";
        }

        var path = Path.Combine(run.Folder, "reports", $"{name}-{day}.md");
        OwnerFile.Replace(path, Encoding.UTF8.GetBytes(text));
        var result = Tally.Of(trades);
        var worth = FormattableString.Invariant($"{account.Equity:0.00} ({account.Equity - start:+0.00;-0.00;0.00})");
        run.Context.Notify(
            span is ReportSpan.Day or ReportSpan.Week ? Urgency.Normal : Urgency.Low,
            $"{run.Label}{name} to {day}: equity {worth}, {held.Count} positions, {result}.");
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("trades", result.Trades).WithCount("wins", result.Wins)
                .WithCount("positions", held.Count).WithCount("profit_cents", (long)(result.Profit * 100))
                .WithOutput(Output.OfFile(path)));
    }
}
