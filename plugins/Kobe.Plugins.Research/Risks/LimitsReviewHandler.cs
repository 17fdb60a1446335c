using Kobe.Contracts;
using Kobe.Desk.Accounts;
using Kobe.Desk.Sessions;
using Kobe.Desk.Studies;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Risks;

/// <summary>The limits against what the account really did.</summary>
[Handler("research.limits_review", Arguments = typeof(LimitsArguments),
    About = "Compares daily loss, drawdown, risk a trade and its size with the limits of the last months.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class LimitsReviewHandler : ITaskHandler
{
    private const string FactName = "limits.review";

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (desk, days) = (DeskSession.Of(context), Math.Max(1, context.Arguments<LimitsArguments>().Days));
        var from = desk.Today.AddDays(-days);
        var trading = await desk.TradingAsync(cancellation).ConfigureAwait(false);
        var points = trading.Ledger.EquityCurve
            .Where(point => point.At <= desk.Now && desk.Market.Calendar.DateOf(point.At) >= from).ToList();
        if (points.Count < 2)
        {
            return new TaskResult.Skipped($"The account has no two values of the last {days} days.");
        }

        var (limits, trades) = (desk.Settings.Limits, TradeLines.Between(desk, from, desk.Today));
        var (worstDay, deepest) = Losses(points, desk);
        var equity = (double)points[^1].Equity;
        List<LimitUse> uses =
        [
            LimitUse.Of("daily_loss_max", (double)limits.DailyLossShareMax, worstDay),
            LimitUse.Of("drawdown_max", (double)limits.DrawdownShareMax, deepest),
        ];
        if (trades.Count > 0)
        {
            uses.Add(LimitUse.Of(
                "trade_risk_max", (double)limits.TradeRiskShareMax,
                trades.Max(trade => trade.Risk ?? 0) / equity));
            uses.Add(LimitUse.Of(
                "position_max", (double)limits.PositionShareMax,
                trades.Max(trade => Math.Abs(trade.Quantity * trade.Entry)) / equity));
        }

        var output = ResearchFile.Write(desk, $"limits/{days}d.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            days,
            uses,
        });
        foreach (var one in uses.Where(one => one.Used > one.Set))
        {
            Told.Find(context, desk, "limits", $"{one.Limit}: {one.Advice}.", $"Set {one.Set}, used {one.Used}.");
        }

        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("values", points.Count).WithCount("trades", trades.Count)
                .WithCount("limits", uses.Count),
            Fact.Of(FactName, new { date = Told.Date(desk.Today), days, uses }));
    }

    // Transfers are no gain and no loss.
    private static (double WorstDay, double Deepest) Losses(List<EquityPoint> points, DeskSession desk)
    {
        var ends = points.GroupBy(point => desk.Market.Calendar.DateOf(point.At))
            .Select(day => (double)(day.Last().Equity - day.Last().NetTransfers)).ToList();
        var (before, high) = ((double)(points[0].Equity - points[0].NetTransfers), 0.0);
        var (worst, deepest) = (0.0, 0.0);
        high = before;
        foreach (var end in ends)
        {
            worst = Math.Max(worst, 1 - (end / before));
            high = Math.Max(high, end);
            deepest = Math.Max(deepest, 1 - (end / high));
            before = end;
        }

        return (worst, deepest);
    }
}
