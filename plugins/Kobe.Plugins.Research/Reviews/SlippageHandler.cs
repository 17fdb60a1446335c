using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Reviews;

/// <summary>Prices paid against prices that were there.</summary>
[Handler("research.slippage",
    About = "Compares each fill of the date with the last price before it, by side, symbol and hour.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class SlippageHandler : ITaskHandler
{
    private const string FactName = "slippage.today";

    // A market order in a liquid share pays a few; more than this wants a look at the kind of order.
    private const double Dear = 15;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var desk = DeskSession.Of(context);
        var trading = await desk.TradingAsync(cancellation).ConfigureAwait(false);
        var fills = trading.Ledger.Fills
            .Where(fill => desk.Market.Calendar.DateOf(fill.At) == desk.Today && fill.At <= desk.Now).ToList();
        var paid = new List<PaidPrice>();
        foreach (var fill in fills)
        {
            var minutes = await desk.TodayAsync(fill.Symbol, cancellation).ConfigureAwait(false);
            var known = minutes.CountAsOf(fill.At);
            if (minutes.Count > 0)
            {
                paid.Add(new(
                    fill.Symbol, fill.At, fill.Side, (double)fill.Price,
                    known > 0 ? minutes[known - 1].Close : minutes[0].Open, (double)(fill.Price * fill.Quantity)));
            }
        }

        return paid.Count == 0
            ? new TaskResult.Skipped(fills.Count == 0
                ? "Nothing was filled today." : "There are no minutes of today to compare the fills with.")
            : Answer(context, desk, paid);
    }

    private static TaskResult.Succeeded Answer(TaskContext context, DeskSession desk, List<PaidPrice> paid)
    {
        var (mean, worst) = (Mean(paid), paid.Max(one => one.BasisPoints));
        var output = ResearchFile.Write(desk, $"slippage/{Told.Date(desk.Today)}.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            mean,
            bySide = paid.GroupBy(one => one.Side).OrderBy(group => group.Key)
                .Select(group => new { side = group.Key.ToString(), fills = group.Count(), mean = Mean([.. group]) }),
            byHour = paid.GroupBy(one => desk.Market.At(one.At).Timestamp.Hour).OrderBy(group => group.Key)
                .Select(group => new { hour = group.Key, fills = group.Count(), mean = Mean([.. group]) }),
            fills = paid,
        });
        if (mean > Dear)
        {
            Told.Find(
                context, desk, "slippage", $"Fills of today cost {mean} basis points on the mean.",
                $"{paid.Count} fills, the worst {worst}. Limit orders, or smaller ones, would cost less.");
        }

        return new(
            Evidence.None.WithOutput(output).WithCount("fills", paid.Count),
            Fact.Of(FactName, new SlippageToday(Told.Date(desk.Today), paid.Count, mean, worst)));
    }

    private static double Mean(IReadOnlyList<PaidPrice> paid) => Math.Round(
        paid.Sum(one => one.BasisPoints * one.Dollars) / paid.Sum(one => one.Dollars), 3);
}
