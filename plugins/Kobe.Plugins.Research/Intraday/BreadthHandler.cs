using Kobe.Contracts;
using Kobe.Desk.Indicators;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Intraday;

/// <summary>How many symbols take part in what the market does today.</summary>
[Handler("research.breadth",
    About = "Counts symbols above and below their last close, and above today's volume-weighted mean.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class BreadthHandler : ITaskHandler
{
    private const string FactName = "breadth.now";

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var desk = DeskSession.Of(context);
        var (advances, declines, above, priced) = (0, 0, 0, 0);
        foreach (var series in Scope.Bars(desk, Scope.Of(context, desk, Scope.Universe)))
        {
            var minutes = await desk.TodayAsync(series.Name.Symbol, cancellation).ConfigureAwait(false);
            if (minutes.Count == 0)
            {
                continue;
            }

            var vwap = new Vwap();
            foreach (ref readonly var bar in minutes.All)
            {
                vwap.Update(bar);
            }

            var (now, before) = (minutes[^1].Close, series[^1].Close);
            priced++;
            advances += now > before ? 1 : 0;
            declines += now < before ? 1 : 0;
            above += now > vwap.Value ? 1 : 0;
        }

        return priced == 0
            ? new TaskResult.Skipped("No symbol of the universe has a minute of today's session yet.")
            : new TaskResult.Succeeded(
                Evidence.None.WithCount("priced", priced).WithCount("advances", advances)
                    .WithCount("declines", declines).WithCount("above_vwap", above),
                Fact.Of(FactName, new BreadthNow(
                    desk.Now, advances, declines, Math.Round((double)above / priced, 3))));
    }
}
