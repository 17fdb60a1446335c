using Kobe.Contracts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Plugins.Facts;
using Kobe.Plugins.Trading.Desks;
using Kobe.Plugins.Trading.Plans;
using Kobe.Plugins.Trading.Signals;
using Kobe.Plugins.Trading.Watching;

namespace Kobe.Plugins.Trading.Entries;

/// <summary>Enters ideas of plan or scan whose price is where they want it, through the door with all its
/// gates.</summary>
[Handler("trading.enter", Arguments = typeof(EnterArguments),
    About = "Entries of one setup: by plan and opening range, or by a scan of the day.")]
[Effects(Effects.Orders)]
public sealed class EnterHandler : IReconcilingHandler
{
    // A day trade risks half of what a position for days may lose: there are more of them.
    private const decimal DayTradeRisk = 0.5m;
    private const decimal PositionShareMax = 0.12m;
    private const int CorrelationDays = 60;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<EnterArguments>();
        if (arguments.Max < 1 || arguments.TriesMax < 1 || arguments.DayTrades < 0 || arguments.Chase is < 0 or > 20
            || arguments.RangeMinutes < 1)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal(
                "max, tries_max and range_minutes must be 1 or above, chase 0 to 20 (percent)."));
        }

        if (TodayFacts.Find<DayPlan>(context, DayPlanHandler.FactName) is not { } plan || !plan.IsWhole())
        {
            return Task.FromResult<TaskResult>(new TaskResult.Skipped("there is no sealed plan of today: no entry"));
        }

        if (TodayFacts.Find<RiskBudget>(context, RiskBudgetHandler.FactName) is not { } budget)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Skipped("nobody has said what may be lost today"));
        }

        if (TodayFacts.Find<EventWindow>(context, EventWindow.FactName) is { } window
            && context.Clock.GetUtcNow() < window.Until)
        {
            return Task.FromResult<TaskResult>(
                new TaskResult.Skipped($"no entries until {window.Until:HH:mm} UTC: {window.Why}"));
        }

        var candidates = Candidates.Of(context, arguments, plan);
        return candidates.Count == 0
            ? Task.FromResult<TaskResult>(new TaskResult.Skipped("neither plan nor scan has such an idea today"))
            : TradingRun.DoAsync(
                context, run => EnterAsync(run, arguments, candidates, budget, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation) =>
        OrderTrace.AskAsync(context, remains: null, cancellation);

    private static async Task<TaskResult> EnterAsync(
        TradingRun run, EnterArguments arguments, IReadOnlyList<Candidate> candidates, RiskBudget budget,
        CancellationToken cancellation)
    {
        var blocked = BlockedSymbols.Of(run.Context);
        var held = await run.PositionsAsync(cancellation);
        var open = await run.OpenOrdersAsync(cancellation);
        var today = run.OrdersOfToday();
        var room = (budget.Equity * budget.ExposureCap) - held.Sum(one => Math.Abs(one.MarketValue))
            - open.Where(order => order.Side == OrderSide.Buy).Sum(order => order.Remaining * (order.LimitPrice ?? 0));
        var closed = run.Desk.Ledger.Closed.Where(trade => run.DateOf(trade.ClosedAt) == run.Today)
            .Select(trade => trade.Symbol).ToHashSet(StringComparer.Ordinal);
        var waits = new List<string>();
        var answers = new List<DoorAnswer>();
        foreach (var candidate in candidates)
        {
            var mine = run.Context.Key;
            var orders = today.Where(one => one.Symbol == candidate.Symbol && one.Kind == IntentKind.Entry).ToList();
            var again = orders.Exists(one => one.Key == mine);
            var why = answers.Count >= arguments.Max ? $"{arguments.Max} entries at once are enough"
                : again ? null
                : held.Any(one => one.Symbol == candidate.Symbol) ? "it is held"
                : open.Any(order => order.Symbol == candidate.Symbol) ? "an order of it works"
                : candidate.IsDayTrade && DayTrades(run, today) + answers.OfType<DoorAnswer.Confirmed>().Count()
                    >= arguments.DayTrades ? $"{arguments.DayTrades} day trades a day are enough"
                : closed.Contains(candidate.Symbol) ? "it was closed today: the idea has had its day"
                : blocked.TryGetValue(candidate.Symbol, out var found) ? found
                : orders.Count(one => one.WasSent) >= arguments.TriesMax ? $"it was tried {arguments.TriesMax} times"
                : held.Count + open.Select(one => one.Symbol).Except(held.Select(one => one.Symbol)).Count()
                    >= budget.PositionsMax ? $"{budget.PositionsMax} positions are the most"
                : null;
            var (intent, wait) = why is null
                ? await IntentAsync(run, arguments, candidate, budget, held, room, cancellation) : (null, why);
            if (intent is null)
            {
                waits.Add($"{candidate.Symbol}: {wait}");
                continue;
            }

            // Before it is sent: what is meant with it must be known however this attempt ends.
            Note(run, candidate);
            var answer = await run.Desk.Door.SubmitAsync(intent, cancellation);
            answers.Add(answer);
            room -= answer is DoorAnswer.Confirmed ? intent.Quantity * intent.LimitPrice!.Value : 0;
        }

        return Result(answers, waits);
    }

    // Day trades end with the day, so their orders say so.
    private static int DayTrades(TradingRun run, IReadOnlyList<DeskOrder> today) => today
        .Where(order => order is { Kind: IntentKind.Entry, WasSent: true, IsForTheDay: true }
            && order.Key != run.Context.Key)
        .Select(order => order.Symbol).Distinct().Count();

    private static async Task<(OrderIntent? Intent, string? Wait)> IntentAsync(
        TradingRun run, EnterArguments arguments, Candidate candidate, RiskBudget budget, IReadOnlyList<Position> held,
        decimal room, CancellationToken cancellation)
    {
        if (await run.QuoteAsync(candidate.Symbol, cancellation) is not { } quote)
        {
            return (null, "it has no price");
        }

        var chase = (decimal)arguments.Chase / 100;
        var ask = quote.Ask > 0 ? quote.Ask : quote.Last;
        var minutes = await run.Session.TodayAsync(candidate.Symbol, cancellation);
        if (EntryTrigger.Wait(
            arguments.Setup, candidate, ask, chase, minutes.All, arguments.RangeMinutes) is { } wait)
        {
            return (null, wait);
        }

        var risk = budget.TradeRisk * (candidate.IsDayTrade ? DayTradeRisk : 1);
        var limit = EntryOrder.LimitOf(arguments.Setup, candidate, ask, chase);
        var shares = Sizing.Shares(limit, candidate.Stop, risk, Math.Min(room, budget.Equity * PositionShareMax));
        var quantity = Math.Min(shares, candidate.Quantity ?? shares);
        return quantity < 1
            ? (null, "not one share fits into the risk and the room that is left")
            : (EntryOrder.Of(
                run.Context, arguments.Setup, candidate, quantity, ask, chase, Correlations(run, candidate, held)),
                    null);
    }

    private static Dictionary<string, double> Correlations(
        TradingRun run, Candidate candidate, IReadOnlyList<Position> held)
    {
        var bars = run.Session.Raw(candidate.Symbol);
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var position in held)
        {
            if (Together.Of(bars.All, run.Session.Raw(position.Symbol).All, CorrelationDays) is { } value)
            {
                found[position.Symbol] = value;
            }
        }

        return found;
    }

    private static void Note(TradingRun run, Candidate candidate)
    {
        run.Book.Put(new(
            candidate.Symbol, candidate.Strategy, candidate.Setup, candidate.Entry, candidate.Stop, candidate.Target,
            run.Now, SwingScan.TimeStopOf(candidate.Strategy), candidate.IsDayTrade, candidate.Entry,
            run.Context.Task, run.Context.Key));
        run.Book.Save();
    }

    private static TaskResult Result(List<DoorAnswer> answers, List<string> waits)
    {
        if (answers.OfType<DoorAnswer.Unresolved>().FirstOrDefault() is { } doubt)
        {
            return new TaskResult.Failed($"It is not known whether {doubt.ClientOrderId} exists: {doubt.Why}");
        }

        if (answers.OfType<DoorAnswer.NotSent>().FirstOrDefault() is { } lost)
        {
            return new TaskResult.Failed($"{lost.ClientOrderId} did not arrive at the broker: {lost.Why}");
        }

        var evidence = Evidence.None.WithCount("confirmed", answers.OfType<DoorAnswer.Confirmed>().Count())
            .WithCount("denied", answers.OfType<DoorAnswer.Denied>().Count())
            .WithCount("rejected", answers.OfType<DoorAnswer.Rejected>().Count())
            .WithCount("observed", answers.OfType<DoorAnswer.Observed>().Count())
            .WithCount("waiting", waits.Count);
        foreach (var answer in answers)
        {
            evidence = evidence.WithId(
                answer switch
                {
                    DoorAnswer.Confirmed => "order",
                    DoorAnswer.Denied => "denied",
                    DoorAnswer.Rejected => "rejected",
                    _ => "observed",
                },
                answer switch
                {
                    DoorAnswer.Denied denied => $"{denied.ClientOrderId} {denied.Code}: {denied.Why}",
                    DoorAnswer.Rejected rejected => $"{rejected.ClientOrderId}: {rejected.Why}",
                    _ => answer.ClientOrderId,
                });
        }

        return answers.Count == 0
            ? new TaskResult.Skipped(string.Join("; ", waits.Take(8)))
            : new TaskResult.Succeeded(evidence);
    }
}
