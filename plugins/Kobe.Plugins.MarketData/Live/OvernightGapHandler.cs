using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Feeds;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Estimates the index's gap at night from a series that trades then, such as index futures.</summary>
[Handler("marketdata.overnight_gap", Arguments = typeof(OvernightGapArguments),
    About = "How far a series that trades at night, such as index futures, moved since the close.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class OvernightGapHandler : ITaskHandler
{
    internal const string FactName = "gaps.today";

    // A value of the last days stands for the close when none was read at the close itself.
    private const int DaysBack = 5;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<OvernightGapArguments>();
        var desk = DeskSession.Of(context);
        if (desk.LastComplete() is not { Session: { } session })
        {
            return Task.FromResult<TaskResult>(new TaskResult.Skipped("no session has ended yet"));
        }

        var values = FeedStore.Read(desk, arguments.Series, desk.Now.AddDays(-DaysBack))
            .Where(item => item.Value > 0).OrderBy(item => item.At).ToList();
        var before = values.FindLast(item => item.At <= session.Close);
        var after = values.FindLast(item => item.At > session.Close);
        if (before is null || after is null)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Skipped(
                $"the feed {arguments.Series} has no value {(before is null ? "before" : "after")} the last close"));
        }

        var share = Prices.Rounded((after.Value!.Value / before.Value!.Value) - 1);
        return Task.FromResult<TaskResult>(new TaskResult.Succeeded(
            Evidence.None.WithCount("values", values.Count)
                .WithId("gap", FormattableString.Invariant($"{arguments.Series} {100 * share:+0.00;-0.00} %")),
            Fact.Of(arguments.Fact, new
            {
                Date = desk.Today,
                Gaps = new[] { new { Symbol = desk.Source.Index, Share = share, RelativeVolume = 0.0 } },
                By = arguments.Series,
                after.At,
                after.Synthetic,
            })));
    }
}
