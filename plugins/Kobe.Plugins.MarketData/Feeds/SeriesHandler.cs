using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>Says where an economic series stands: its last value, the change, and how unusual it is.</summary>
[Handler("marketdata.series", Arguments = typeof(SeriesArguments),
    About = "Last value of a series, its change, and its distance from the mean in deviations.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class SeriesHandler : ITaskHandler
{
    internal const string FactName = "series.latest";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<SeriesArguments>();
        if (!FeedStore.IsName(arguments.Series) || arguments.Days is < 1 or > 3660)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal("series is a feed's name, days is 1 to 3660."));
        }

        var desk = DeskSession.Of(context);
        var items = FeedStore.Read(desk, arguments.Series, desk.Now.AddDays(-arguments.Days))
            .Where(item => item.Value is not null).ToList();
        var values = items.ConvertAll(item => item.Value!.Value);
        return Task.FromResult<TaskResult>(values.Count < 2
            ? new TaskResult.Skipped(
                $"the feed {arguments.Series} brought {values.Count} values in {arguments.Days} days: two are needed")
            : new TaskResult.Succeeded(
                Evidence.None.WithCount("values", values.Count)
                    .WithId("last", FormattableString.Invariant($"{arguments.Series} {values[^1]:0.####}")),
                Fact.Of(arguments.Fact, new
                {
                    items[^1].At,
                    arguments.Series,
                    Value = values[^1],
                    Change = Math.Round(values[^1] - values[^2], 6),
                    Score = Score(values),
                    Count = values.Count,
                    items[^1].Synthetic,
                })));
    }

    /// <summary>The last value's distance from the mean of those before, in their deviations; 0 when they are all the
    /// same.</summary>
    internal static double Score(IReadOnlyList<double> values)
    {
        var before = values.Take(values.Count - 1).ToList();
        var mean = before.Average();
        var deviation = Math.Sqrt(before.Sum(value => (value - mean) * (value - mean)) / before.Count);
        return deviation > 0 ? Prices.Rounded((values[^1] - mean) / deviation) : 0;
    }
}
