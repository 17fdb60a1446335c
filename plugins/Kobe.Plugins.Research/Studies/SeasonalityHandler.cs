using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Desk.Studies;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Studies;

/// <summary>What sessions returned by the time of week, month or year.</summary>
[Handler("research.seasonality", Arguments = typeof(SeasonalityArguments),
    About = "Puts sessions together by weekday, month or season and says which group differs by more than chance.")]
[Effects(Effects.Idempotent)]
public sealed class SeasonalityHandler : ITaskHandler
{
    private const int SessionsPerYear = 252;
    private const int SessionsMin = 60;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Study(context, DeskSession.Of(context), context.Arguments<SeasonalityArguments>()));
    }

    private static TaskResult Study(TaskContext context, DeskSession desk, SeasonalityArguments what)
    {
        var panel = Scope.Panel(context, desk, what.Scope, (Math.Max(1, what.Years) * SessionsPerYear) + 1);
        if (panel.Days < SessionsMin)
        {
            return new TaskResult.Skipped(
                $"'{what.Scope}' has {panel.Days} sessions of daily bars; a study takes {SessionsMin}.");
        }

        var groups = SeasonGroup.Of(
            what.By == SeasonBy.NightAndDay ? NightAndDay(panel) : ByDate(panel, what.By, desk));
        var years = what.Years.ToString(CultureInfo.InvariantCulture);
        var file = $"seasonality/{Slug.Of(what.By.ToString(), what.Scope, years + "y")}.json";
        var before = ResearchFile.Read<SeasonFile>(desk, file)?.Groups.Where(one => one.Holds).Select(one => one.Name);
        foreach (var one in groups.Where(one => one.Holds && before?.Contains(one.Name) != true))
        {
            Told.Find(
                context, desk, "seasonality",
                $"{what.By} {one.Name} of '{what.Scope}' differs: {Told.Percent(one.Mean ?? 0)} a session.",
                string.Create(CultureInfo.InvariantCulture, $"{one.Count} sessions, t = {one.T}, p = {one.Adjusted} "
                    + $"after correction for {groups.Count} groups."));
        }

        var output = ResearchFile.Write(
            desk, file, new SeasonFile(
                desk.Source.Name, desk.Source.IsSynthetic, Told.Date(desk.Today), what.By.ToString(), what.Scope,
                panel.Days, groups));
        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("sessions", panel.Days).WithCount("groups", groups.Count)
                .WithCount("held", groups.Count(one => one.Holds)));
    }

    private static List<(string Name, double Return)> ByDate(PricePanel panel, SeasonBy by, DeskSession desk)
    {
        var (returns, sessions) = (panel.MarketReturns(), new List<(string Name, double Return)>());
        for (var day = 1; day < returns.Length; day++)
        {
            if (double.IsFinite(returns[day]))
            {
                sessions.Add((SeasonNames.Of(by, panel.Dates[day], desk.Market), returns[day]));
            }
        }

        return sessions;
    }

    private static List<(string Name, double Return)> NightAndDay(PricePanel panel)
    {
        var sessions = new List<(string Name, double Return)>();
        for (var day = 1; day < panel.Days; day++)
        {
            var (night, light, count) = (0.0, 0.0, 0);
            for (var symbol = 0; symbol < panel.Count; symbol++)
            {
                var (step, way) = (
                    Math.Log(panel.Open[symbol][day] / panel.Close[symbol][day - 1]),
                    Math.Log(panel.Close[symbol][day] / panel.Open[symbol][day]));
                if (double.IsFinite(step) && double.IsFinite(way))
                {
                    (night, light, count) = (night + step, light + way, count + 1);
                }
            }

            if (count > 0)
            {
                sessions.Add(("day", light / count));
                sessions.Add(("night", night / count));
            }
        }

        return sessions;
    }
}
