using System.Globalization;
using System.Text;
using Kobe.Contracts;
using Kobe.Core.Runs;
using Kobe.Plugins.State;
using Kobe.Plugins.Trading.Desks;
using Kobe.Plugins.Trading.Plans;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>Measures the day's loss against its limit: warns, stops entries, halts. Only a person undoes it.</summary>
[Handler("trading.risk_monitor", Arguments = typeof(RiskMonitorArguments),
    About = "The day's loss against its limit: warn, REDUCING, HALTED.")]
[Effects(Effects.Idempotent)]
public sealed class RiskMonitorHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<RiskMonitorArguments>();
        return !(0 < arguments.Warn && arguments.Warn <= arguments.Reduce && arguments.Reduce < arguments.Halt)
            || arguments.DayLoss <= 0
            ? Task.FromResult<TaskResult>(new TaskResult.Fatal(
                "warn, reduce and halt must climb (such as 80, 100, 150), day_loss must lie above 0."))
            : TradingRun.DoAsync(context, run => MeasureAsync(run, arguments, cancellation), cancellation);
    }

    /// <summary>The level of a loss.</summary>
    internal static LossLevel LevelOf(decimal loss, decimal limit, RiskMonitorArguments arguments) =>
        limit <= 0 ? LossLevel.None
        : loss * 100 >= limit * arguments.Halt ? LossLevel.Halted
        : loss * 100 >= limit * arguments.Reduce ? LossLevel.Reduced
        : loss * 100 >= limit * arguments.Warn ? LossLevel.Warned
        : LossLevel.None;

    private static async Task<TaskResult> MeasureAsync(
        TradingRun run, RiskMonitorArguments arguments, CancellationToken cancellation)
    {
        var account = await run.AccountAsync(cancellation);
        var start = DayMoney.Of(run.Desk.Ledger, run.Today, run.DateOf, account.LastEquity).Start;
        var limit = run.OfToday<RiskBudget>(RiskBudgetHandler.FactName)?.LossLimit
            ?? start * (decimal)arguments.DayLoss / 100;
        var loss = start - account.Equity;
        var level = LevelOf(loss, limit, arguments);
        var lost = Math.Max(0, loss);
        var used = limit > 0 ? lost / limit * 100 : 0;
        var text = FormattableString.Invariant($"the day's loss {lost:0.00} is {used:0} % of its limit {limit:0.00}");
        var changed = level switch
        {
            LossLevel.Halted => run.Desk.Door.Tighten(TradingState.HALTED, run.Context.Task, text),
            LossLevel.Reduced => run.Desk.Door.Tighten(TradingState.REDUCING, run.Context.Task, text),
            _ => false,
        };
        var news = IsNews(run, level);
        if (changed || news)
        {
            run.Context.Notify(
                level == LossLevel.Warned ? Urgency.Normal : Urgency.Critical,
                $"{run.Label}{char.ToUpperInvariant(text[0])}{text[1..]}." + level switch
                {
                    LossLevel.Halted => " Trading is HALTED; kobe approve-exits and kobe activate are a person's.",
                    LossLevel.Reduced => " Entries are off (REDUCING) until a person types kobe activate.",
                    _ => "",
                });
        }

        return new TaskResult.Succeeded(
            Evidence.None.WithCount("loss_cents", (long)(loss * 100)).WithCount("limit_cents", (long)(limit * 100))
                .WithCount("level", (long)level).WithCount("state_changed", changed ? 1 : 0));
    }

    // Told once a date and level: a monitor that speaks every minute is not heard.
    private static bool IsNews(TradingRun run, LossLevel level)
    {
        if (level == LossLevel.None)
        {
            return false;
        }

        var path = Path.Combine(run.Folder, "risk-level.txt");
        var date = run.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (File.Exists(path) && File.ReadAllText(path).Split(' ') is [var then, var told]
            && then == date && Enum.TryParse<LossLevel>(told, out var known) && known >= level)
        {
            return false;
        }

        OwnerFile.Replace(path, Encoding.UTF8.GetBytes($"{date} {level}"));
        return true;
    }
}
