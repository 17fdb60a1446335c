using Kobe.Core.Planning.Forecasting;
using Kobe.Core.Schedules;

namespace Kobe.CommandLine;

/// <summary>Steps of one interval that follow each other and come to the same.</summary>
internal sealed class PlanStretch(Forecast first)
{
    public Forecast First { get; } = first;

    public Forecast Last { get; private set; } = first;

    public int Count { get; private set; } = 1;

    /// <summary>The stretches by their first due time.</summary>
    /// <param name="forecasts">A day's forecasts in due order.</param>
    /// <param name="together">Whether steps are put together at all.</param>
    public static IReadOnlyList<PlanStretch> Of(IReadOnlyList<Forecast> forecasts, bool together)
    {
        var stretches = new List<PlanStretch>();
        var open = new Dictionary<string, PlanStretch>();
        foreach (var forecast in forecasts)
        {
            var task = forecast.Occurrence.Task;
            if (together && task.Trigger is Trigger.Every && open.TryGetValue(task.Id, out var known)
                && known.First.Runs == forecast.Runs && known.First.Reason == forecast.Reason)
            {
                known.Last = forecast;
                known.Count++;
                continue;
            }

            var stretch = new PlanStretch(forecast);
            open[task.Id] = stretch;
            stretches.Add(stretch);
        }

        return stretches;
    }
}
