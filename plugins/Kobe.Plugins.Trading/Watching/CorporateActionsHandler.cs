using System.Globalization;
using Kobe.Contracts;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>Takes splits and dividends of today up into what is meant with positions: entry, stop and target move with
/// the split.</summary>
/// <remarks>Shares and cost in the ledger follow what the broker books. Source of the events: the factors of the
/// prices'
/// source.</remarks>
[Handler("trading.corporate_actions", About = "Splits and dividends of today in stops and targets of positions.")]
[Effects(Effects.Idempotent)]
[Publishes("corporate_actions.today")]
public sealed class CorporateActionsHandler : IReconcilingHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => Task.FromResult(Apply(run)), cancellation);

    /// <inheritdoc/>
    public Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation) =>
        Task.FromResult(ReconcileAnswer.NotDone);

    private static TaskResult Apply(TradingRun run)
    {
        var booked = run.Book.All.ToList();
        if (booked.Count == 0)
        {
            return new TaskResult.Skipped("nothing is held or ordered");
        }

        var last = run.Session.Market.Calendar.PreviousSession(run.Today)?.Date;
        var evidence = Evidence.None.WithCount("symbols", booked.Count);
        var found = new List<object>();
        foreach (var meant in booked)
        {
            var actions = run.Session.Source.FactorsOf(meant.Symbol).Actions();
            foreach (var action in actions.Where(one => one.LastDate == last))
            {
                found.Add(new { symbol = meant.Symbol, split = action.SplitRatio, dividend = action.Dividend });
                evidence = evidence.WithId("action", FormattableString.Invariant(
                    $"{meant.Symbol} split {action.SplitRatio:0.####} dividend {action.Dividend:0.####}"));
                // By date, so that the same morning twice divides once.
                if (action.IsSplit && meant.SplitOn != run.Today)
                {
                    var ratio = (decimal)action.SplitRatio;
                    run.Book.Put(meant with
                    {
                        Entry = decimal.Round(meant.Entry / ratio, 4),
                        Stop = decimal.Round(meant.Stop / ratio, 4),
                        Target = meant.Target is { } target ? decimal.Round(target / ratio, 4) : null,
                        Highest = decimal.Round(meant.Highest / ratio, 4),
                        Guard = decimal.Round(meant.Guard / ratio, 4),
                        SplitOn = run.Today,
                    });
                    run.Context.Notify(Urgency.Normal, run.Label + FormattableString.Invariant(
                        $"{meant.Symbol} splits {ratio:0.####} for 1 today: its stop is {meant.Guard / ratio:0.##}."));
                }
            }
        }

        run.Book.Save();
        return new TaskResult.Succeeded(evidence.WithCount("actions", found.Count), Fact.Of("corporate_actions.today",
            new
        {
            date = run.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            actions = found,
        }));
    }
}
