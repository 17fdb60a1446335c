using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Planning;

/// <summary>What the coming week has: sessions, early closes, closings, events, expiries.</summary>
[Handler("research.week_ahead",
    About = "Lists the coming week's sessions with early closes, closings, events and expiries.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class WeekAheadHandler : ITaskHandler
{
    private const string FactName = "week.ahead";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var desk = DeskSession.Of(context);
        var days = WeekDay.After(desk.Today, desk.Market);
        var odd = days.Where(day => day.Kind != "session").ToList();
        var output = ResearchFile.Write(desk, "week-ahead.json", new { from = Told.Date(desk.Today), days });
        foreach (var day in odd)
        {
            Told.Find(
                context, desk, "week", $"{day.Date} is {(day.Kind == "closing" ? "a closing" : "an early close")}.",
                day.Name);
        }

        return Task.FromResult<TaskResult>(new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("sessions", days.Count(day => day.Close is not null))
                .WithCount("odd", odd.Count).WithCount("events", days.Sum(day => day.Events.Count)),
            Fact.Of(FactName, new { date = Told.Date(desk.Today), days })));
    }
}
