using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>Lays out the coming days: sessions, early closes, seasons, releases and reports.</summary>
[Handler("marketdata.week_calendar", Arguments = typeof(WeekArguments),
    About = "The coming days: sessions, closings, seasons, releases and reports.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class WeekCalendarHandler : ITaskHandler
{
    internal const string FactName = "calendar.week";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(LayOut(context, context.Arguments<WeekArguments>()));

    private static TaskResult LayOut(TaskContext context, WeekArguments arguments)
    {
        if (arguments.Days is < 1 or > 366)
        {
            return new TaskResult.Fatal($"days is {arguments.Days}: it is 1 to 366.");
        }

        var desk = DeskSession.Of(context);
        var from = desk.Today.AddDays(1);
        var events = EconomicCalendar.Of(desk, from, arguments.Days);
        var reports = EarningsCalendar.Of(desk, desk.Symbols, from, from.AddDays(arguments.Days - 1)) ?? [];
        var days = Enumerable.Range(0, arguments.Days)
            .Select(i => CalendarDay.Of(
                desk.Market.Day(from.AddDays(i)), desk.Market.Calendar.Zone, events, reports))
            .ToList();
        var path = DeskFile.At(desk, "calendar", $"{arguments.Fact}.json");
        var special = days.Where(day => day.Kind is not ("session" or "weekend")).ToList();
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("days", days.Count).WithCount("sessions", days.Count(day => day.Open is not null))
                .WithCount("events", events.Count).WithCount("reports", reports.Count)
                .WithOutput(DeskFile.WriteTable(desk, path, days)),
            Fact.Of(arguments.Fact, new
            {
                From = from,
                arguments.Days,
                Sessions = days.Count(day => day.Open is not null),
                Special = special.Select(day => new { day.Date, day.Kind, day.Name }),
                Events = events.Count,
                Reports = reports.Count,
                Path = Path.GetRelativePath(desk.State, path),
            }));
    }
}
