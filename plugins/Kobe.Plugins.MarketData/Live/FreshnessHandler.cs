using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Finds symbols whose prices have stopped coming: nothing should be bought at them.</summary>
[Handler("marketdata.freshness", Arguments = typeof(FreshnessArguments),
    About = "Measures the age of each symbol's last minute while the market is open.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class FreshnessHandler : ITaskHandler
{
    internal const string FactName = "data.freshness";

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<FreshnessArguments>();
        if (arguments.MaxAge < TimeSpan.FromMinutes(1))
        {
            return new TaskResult.Fatal("max_age is at least 1m: a minute is known when it has ended.");
        }

        var desk = DeskSession.Of(context);
        if (desk.OpenNow() is not { } session)
        {
            return new TaskResult.Skipped("the market is closed");
        }

        var watched = Watched.Of(desk, context.Facts, arguments.Scope);
        if (watched.Nothing is { } nothing)
        {
            return new TaskResult.Skipped(nothing);
        }

        var (oldest, stale) = (TimeSpan.Zero, new List<string>());
        foreach (var symbol in watched.Symbols)
        {
            var age = DataFreshness.Age(await desk.TodayAsync(symbol, cancellation), session.Open, desk.Now);
            oldest = age > oldest ? age : oldest;
            if (age > arguments.MaxAge)
            {
                stale.Add(symbol);
            }
        }

        var fact = new DataFreshness(desk.Now, (long)oldest.TotalSeconds, stale);
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", watched.Symbols.Count).WithCount("stale", stale.Count)
                .WithCount("oldest_seconds", fact.OldestSeconds),
            Fact.Of(arguments.Fact, fact));
    }
}
