using Kobe.Contracts;
using Kobe.Desk.Orders;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>Shows from the order log that no entry went out in a phase that is closed to them.</summary>
[Handler("trading.assert_no_entries", Arguments = typeof(AssertNoEntriesArguments),
    About = "Shows that no entry went out in a phase of today.")]
[Effects(Effects.None)]
public sealed class AssertNoEntriesHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(
            context, run => Task.FromResult(Look(run, context.Arguments<AssertNoEntriesArguments>().Phase)),
                cancellation);

    private static TaskResult Look(TradingRun run, Phase phase)
    {
        var spans = run.Session.Market.DayAt(run.Now).Spans.Where(span => span.Phase == phase && span.Start <= run.Now)
            .ToList();
        if (spans.Count == 0)
        {
            return new TaskResult.Skipped($"{phase} has not begun today: there is nothing to look at");
        }

        var orders = run.OrdersOfToday();
        var wrong = orders.Where(order => order.Kind == IntentKind.Entry && order.WasSent
            && run.Session.Market.At(order.At).Phase == phase).ToList();
        if (wrong.Count == 0)
        {
            var evidence = Evidence.None.WithCount("orders", orders.Count).WithCount("entries_in_phase", 0)
                .WithCount("entries", orders.Count(order => order.Kind == IntentKind.Entry && order.WasSent));
            return new TaskResult.Succeeded(spans.Aggregate(evidence, (shown, span) => shown.WithId(
                "span", $"{phase} {span.Start.UtcDateTime:HH:mm}-{span.End.UtcDateTime:HH:mm} UTC")));
        }

        var text = $"{wrong.Count} entries went out in {phase}, which is closed to them: "
            + string.Join(", ", wrong.Select(order => $"{order.Symbol} by {order.Key}"));
        run.Context.Notify(Urgency.Critical, run.Label + text);
        return new TaskResult.Fatal(text);
    }
}
