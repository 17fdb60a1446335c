using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Desk.Studies;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Reviews;

/// <summary>The week's trades by strategy, weekday and length.</summary>
[Handler("research.week_review",
    About = "Puts the week's closed trades together by strategy and by weekday of the entry.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class WeekReviewHandler : ITaskHandler
{
    private const string FactName = "week.reviewed";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var desk = DeskSession.Of(context);
        var monday = desk.Today.AddDays(-(((int)desk.Today.DayOfWeek + 6) % 7));
        var trades = TradeLines.Between(desk, monday, desk.Today);
        if (trades.Count == 0)
        {
            return Task.FromResult<TaskResult>(
                new TaskResult.Skipped($"No trade was closed since {Told.Date(monday)}."));
        }

        var output = ResearchFile.Write(desk, $"reviews/week-{Told.Date(monday)}.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            from = Told.Date(monday),
            to = Told.Date(desk.Today),
            byStrategy = Grouped(trades, trade => trade.Strategy),
            byWeekday = Grouped(
                trades, trade => $"{(int)desk.Market.Calendar.DateOf(trade.OpenedAt).DayOfWeek} "
                    + $"{desk.Market.Calendar.DateOf(trade.OpenedAt).DayOfWeek}"),
            byLength = Grouped(
                trades, trade => desk.Market.Calendar.DateOf(trade.OpenedAt)
                    == desk.Market.Calendar.DateOf(trade.ClosedAt) ? "within a day" : "over night"),
        });
        return Task.FromResult<TaskResult>(new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("trades", trades.Count),
            Fact.Of(FactName, new
            {
                from = Told.Date(monday),
                trades = trades.Count,
                wins = trades.Count(trade => trade.Gain > 0),
                gain = Math.Round(trades.Sum(trade => trade.Gain), 2),
            })));
    }

    private static object[] Grouped(IReadOnlyList<TradeLine> trades, Func<TradeLine, string> by) =>
    [
        .. trades.GroupBy(by).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new
        {
            name = group.Key,
            trades = group.Count(),
            wins = group.Count(trade => trade.Gain > 0),
            gain = Math.Round(group.Sum(trade => trade.Gain), 2),
            meanMultiple = group.Select(trade => trade.Multiple).OfType<double>().ToList() is { Count: > 0 } multiples
                ? Math.Round(multiples.Average(), 3) : (double?)null,
        }),
    ];
}
