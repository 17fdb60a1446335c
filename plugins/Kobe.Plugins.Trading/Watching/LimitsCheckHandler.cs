using Kobe.Contracts;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>How much of each hard limit is used, and a warning at four fifths, before the door starts to say
/// no.</summary>
[Handler("trading.limits_check", About = "How much of each hard limit is used; a warning at 80 %.")]
[Effects(Effects.None)]
[Publishes("limits.used")]
public sealed class LimitsCheckHandler : ITaskHandler
{
    private const decimal Warn = 0.8m;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => CheckAsync(run, cancellation), cancellation);

    private static async Task<TaskResult> CheckAsync(TradingRun run, CancellationToken cancellation)
    {
        var (account, held) = (await run.AccountAsync(cancellation), await run.PositionsAsync(cancellation));
        var limits = run.Session.Settings.Limits;
        var money = DayMoney.Of(run.Desk.Ledger, run.Today, run.DateOf, account.LastEquity);
        var tasks = run.OrdersOfToday().Where(order => order.WasSent)
            .GroupBy(order => order.Task, StringComparer.Ordinal).Select(group => group.Count()).DefaultIfEmpty().Max();
        (string Name, decimal Used)[] uses =
        [
            ("daily_loss", Share(money.Start - account.Equity, money.Start * limits.DailyLossShareMax)),
            ("drawdown", Share(money.Peak - account.Equity, money.Peak * limits.DrawdownShareMax)),
            ("exposure", Share(
                held.Sum(one => Math.Abs(one.MarketValue)), account.Equity * limits.ExposureShareMax)),
            ("position", Share(
                held.Select(one => Math.Abs(one.MarketValue)).DefaultIfEmpty().Max(),
                account.Equity * limits.PositionShareMax)),
            ("task_cap", Share(tasks, limits.OrdersPerTaskAndDayMax)),
        ];
        var near = uses.Where(one => one.Used >= Warn).ToList();
        if (near.Count > 0)
        {
            run.Context.Notify(Urgency.Normal, run.Label + "Near a limit: " + string.Join(", ", near.Select(
                one => FormattableString.Invariant($"{one.Name} {one.Used * 100:0} %"))));
        }

        var evidence = uses.Aggregate(
            Evidence.None.WithCount("near", near.Count)
                .WithId("equity", FormattableString.Invariant($"{account.Equity:0.00}")),
            (shown, one) => shown.WithCount(one.Name + "_percent", (long)(one.Used * 100)));
        return new TaskResult.Succeeded(evidence, Fact.Of("limits.used", new
        {
            at = run.Now,
            limits = uses.Select(one => new { name = one.Name, used = decimal.Round(one.Used, 4) }).ToList(),
        }));
    }

    private static decimal Share(decimal used, decimal limit) => limit > 0 ? Math.Max(0, used) / limit : used > 0 ? 1
        : 0;
}
