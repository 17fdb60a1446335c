using Kobe.Contracts;
using Kobe.Core.Runs;
using Kobe.Desk.Accounts;
using Kobe.Plugins.Trading.Books;
using Kobe.Plugins.Trading.Desks;
using Kobe.Plugins.Trading.Plans;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>Go or no go, five minutes before the open. No go stops entries (REDUCING) until a person looked.</summary>
/// <remarks>No go: the broker does not answer, has blocked the account or disagrees about the time, the books differ,
/// or
/// the disk is nearly full. A missing plan or old bars only mean that nothing will be entered: the door sees to
/// that.</remarks>
[Handler("trading.preflight", About = "Go or no go: broker, books, clock, disk; plan and bars.")]
[Effects(Effects.Idempotent)]
[Publishes("preflight.today")]
public sealed class PreflightHandler : ITaskHandler
{
    private const long DiskBytesMin = 200L * 1024 * 1024;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => CheckAsync(run, cancellation), cancellation);

    private static async Task<TaskResult> CheckAsync(TradingRun run, CancellationToken cancellation)
    {
        var (stops, notes) = (new List<string>(), new List<string>());
        try
        {
            var settled = await Settling.DoAsync(run, cancellation);
            stops.AddRange(settled.Reconciliation.Findings.Where(one => one.Kind == FindingKind.Discrepancy)
                .Select(one => one.Text));
            var account = await run.AccountAsync(cancellation);
            Note(stops, account.IsBlocked, $"the account is blocked ({account.Status})");
            Note(stops, account.Equity <= 0, $"the account is worth {account.Equity}");
        }
        catch (IOException silent)
        {
            stops.Add(silent.Message);
        }

        if (await CheckAccessHandler.ClockProblemAsync(run, cancellation) is { } clock)
        {
            stops.Add(clock);
        }

        var free = new DriveInfo(Path.GetFullPath(run.Session.State)).AvailableFreeSpace;
        Note(stops, free < DiskBytesMin, $"{free / 1_000_000} MB are free on the disk of the state directory");
        Note(notes, run.OfToday<DayPlan>(DayPlanHandler.FactName) is null, "there is no plan of today");
        Note(notes, run.OfToday<RiskBudget>(RiskBudgetHandler.FactName) is null, "there is no risk budget of today");
        var last = run.Session.Market.Calendar.PreviousSession(run.Today)?.Date;
        var fresh = run.Session.Symbols.Count(symbol => run.Session.Raw(symbol) is { Count: > 0 } bars
            && run.DateOf(bars[^1].Start) == last);
        Note(notes, fresh < run.Session.Symbols.Count,
            $"{run.Session.Symbols.Count - fresh} symbols lack the bar of {last:yyyy-MM-dd}");
        return Result(run, stops, notes, fresh);
    }

    private static TaskResult.Succeeded Result(TradingRun run, List<string> stops, List<string> notes, int fresh)
    {
        var changed = stops.Count > 0 && run.Desk.Door.Tighten(
            TradingState.REDUCING, run.Context.Task, "no go before the open: " + string.Join("; ", stops));
        if (stops.Count > 0)
        {
            run.Context.Notify(Urgency.Critical, $"{run.Label}NO GO: {string.Join("; ", stops)}."
                + (changed ? " Entries are off (REDUCING) until a person types kobe activate." : ""));
        }

        var evidence = Evidence.None.WithCount("stops", stops.Count).WithCount("notes", notes.Count)
            .WithCount("fresh_symbols", fresh).WithCount("state_changed", changed ? 1 : 0)
            .WithId("verdict", stops.Count == 0 ? "GO" : "NO-GO");
        evidence = stops.Concat(notes).Aggregate(evidence, (shown, text) => shown.WithId("finding", text));
        return new TaskResult.Succeeded(
            evidence, Fact.Of("preflight.today", new { at = run.Now, go = stops.Count == 0, stops, notes }));
    }

    private static void Note(List<string> list, bool isSo, string text)
    {
        if (isSo)
        {
            list.Add(text);
        }
    }
}
