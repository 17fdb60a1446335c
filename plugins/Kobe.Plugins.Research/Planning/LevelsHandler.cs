using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Planning;

/// <summary>Support and resistance of each symbol.</summary>
[Handler("research.levels", Arguments = typeof(LevelsArguments),
    About = "Finds the prices at which each symbol turned, and how often.")]
[Effects(Effects.Idempotent)]
public sealed class LevelsHandler : ITaskHandler
{
    private const int DaysMin = 11;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (desk, what) = (DeskSession.Of(context), context.Arguments<LevelsArguments>());
        if (what.Days < DaysMin)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal($"days is {DaysMin} or more."));
        }

        var levels = Scope.Bars(desk, Scope.Of(context, desk, what.Scope), DaysMin)
            .Select(series => PriceLevels.Of(series.Name.Symbol, series.All[^Math.Min(what.Days, series.Count)..]))
            .ToList();
        if (levels.Count == 0)
        {
            return Task.FromResult<TaskResult>(
                new TaskResult.Skipped($"No symbol of '{what.Scope}' has {DaysMin} daily bars."));
        }

        var days = what.Days.ToString(CultureInfo.InvariantCulture);
        var output = ResearchFile.Write(desk, $"levels/{Slug.Of(what.Scope, days)}.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            levels,
        });
        return Task.FromResult<TaskResult>(new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("symbols", levels.Count)
                .WithCount("levels", levels.Sum(one => one.Supports.Count + one.Resistances.Count))));
    }
}
