using Kobe.Contracts;
using Kobe.Desk.Sessions;

namespace Kobe.Plugins.Research.Intraday;

/// <summary>Whether the session goes somewhere or moves about.</summary>
[Handler("research.regime_intraday",
    About = "Says from the index's minutes whether the session trends or chops since the open.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class RegimeIntradayHandler : ITaskHandler
{
    private const string FactName = "regime.intraday";
    private const int MinutesMin = 20;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var desk = DeskSession.Of(context);
        var minutes = await desk.TodayAsync(desk.Source.Index, cancellation).ConfigureAwait(false);
        if (minutes.Count < MinutesMin)
        {
            return new TaskResult.Skipped(
                $"{desk.Source.Index} has {minutes.Count} minutes today; {MinutesMin} are needed.");
        }

        var shape = DayShape.Of(minutes.All);
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("minutes", minutes.Count).WithId("kind", shape.Kind),
            Fact.Of(FactName, new RegimeIntraday(
                desk.Now, shape.Kind, Math.Round(shape.Change, 5),
                double.IsNaN(shape.Efficiency) ? 0 : Math.Round(shape.Efficiency, 3))));
    }
}
