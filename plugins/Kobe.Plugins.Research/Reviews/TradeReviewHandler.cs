using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Desk.Studies;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Reviews;

/// <summary>Each closed trade against its plan: what was made of the risk, what was kept of the profit, which rules it
/// broke.</summary>
[Handler("research.trade_review", Arguments = typeof(SpanArguments),
    About = "Reviews closed trades: multiples of risk, profit given back, stops that did not hold.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class TradeReviewHandler : ITaskHandler
{
    private const string FactName = "trades.reviewed";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (desk, days) = (DeskSession.Of(context), Math.Max(1, context.Arguments<SpanArguments>().Days));
        var trades = TradeLines.Between(desk, desk.Today.AddDays(1 - days), desk.Today);
        if (trades.Count == 0)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Skipped($"No trade was closed in {days} days."));
        }

        var reviews = trades.Select(TradeReview.Of).ToList();
        var faults = reviews.SelectMany(review => review.Faults).GroupBy(fault => fault)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count());
        var multiples = reviews.Select(review => review.Multiple).OfType<double>().ToList();
        var span = days.ToString(CultureInfo.InvariantCulture);
        var output = ResearchFile.Write(
            desk, $"reviews/trades-{span}d-{Told.Date(desk.Today)}.json", new
            {
                source = desk.Source.Name,
                synthetic = desk.Source.IsSynthetic,
                date = Told.Date(desk.Today),
                reviews,
            });
        if (faults.TryGetValue(TradeReview.BeyondStop, out var beyond))
        {
            Told.Find(
                context, desk, "trades", $"{beyond} of {trades.Count} trades lost more than their stop allowed.",
                "Look at gaps through stops, and at stops that were not there.");
        }

        var evidence = Evidence.None.WithOutput(output).WithCount("trades", trades.Count)
            .WithCount("faults", faults.Values.Sum());
        var fact = new TradesReviewed(
            Told.Date(desk.Today), trades.Count, trades.Count(trade => trade.Gain > 0),
            multiples.Count > 0 ? Math.Round(multiples.Average(), 3) : null, faults);
        return Task.FromResult<TaskResult>(days == 1
            ? new TaskResult.Succeeded(evidence, Fact.Of(FactName, fact)) : new TaskResult.Succeeded(evidence));
    }
}
