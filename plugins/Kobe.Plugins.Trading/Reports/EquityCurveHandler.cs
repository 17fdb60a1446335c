using System.Globalization;
using System.Text;
using Kobe.Contracts;
using Kobe.Plugins.State;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Reports;

/// <summary>The equity curve by days as a table for other programs: the last point of each date, with its fall from the
/// top.</summary>
[Handler("trading.equity_curve", About = "The equity curve by days, with drawdown, as CSV.")]
[Effects(Effects.Idempotent)]
public sealed class EquityCurveHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => Task.FromResult(Write(run)), cancellation);

    private static TaskResult Write(TradingRun run)
    {
        var days = run.Desk.Ledger.EquityCurve.GroupBy(point => run.DateOf(point.At))
            .Select(group => (Date: group.Key, Point: group.Last())).OrderBy(one => one.Date).ToList();
        if (days.Count == 0)
        {
            return new TaskResult.Skipped("the account has not been valued yet");
        }

        var text = new StringBuilder(run.Session.Source.IsSynthetic ? "# SYNTHETIC prices\n" : "");
        text.Append("date,equity,net_transfers,drawdown\n");
        var (peak, worst) = (0m, 0m);
        foreach (var (date, point) in days)
        {
            var own = point.Equity - point.NetTransfers;
            peak = Math.Max(peak, own);
            var fall = peak > 0 ? (own / peak) - 1 : 0;
            worst = Math.Min(worst, fall);
            text.Append(CultureInfo.InvariantCulture,
                $"{date:yyyy-MM-dd},{point.Equity:0.00},{point.NetTransfers:0.00},{fall:0.######}\n");
        }

        var path = Path.Combine(run.Folder, "equity.csv");
        OwnerFile.Replace(path, Encoding.UTF8.GetBytes(text.ToString()));
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("days", days.Count).WithId("deepest_fall",
                FormattableString.Invariant($"{worst * 100:0.##} %"))
                .WithOutput(Output.OfFile(path)));
    }
}
