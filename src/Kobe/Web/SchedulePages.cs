using Kobe.Brain;
using Kobe.CommandLine;
using Kobe.Core.Markets;
using Kobe.Core.Planning;
using Kobe.Core.Planning.Deciding;
using Kobe.Core.Planning.Forecasting;
using Kobe.Core.Schedules;
using Kobe.Core.Text;
using Kobe.History;
using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>What was loaded and when it falls due: the same documents as the commands'.</summary>
/// <param name="board">Where the loop shows itself.</param>
/// <param name="journal">The journal's folder.</param>
internal sealed class SchedulePages(BrainBoard board, string journal)
{
    private readonly KnownLedger ledger = new(journal);

    private const int PlanDaysMax = 31;
    private const int CalendarDaysMax = 3_700;
    private const int NextMax = 1_000;
    private const int ForwardDays = 400;

    private static readonly Field All = new("all", "boolean", "Also rows without an occurrence, with the reason");

    public IEnumerable<Route> Routes() =>
    [
        new("GET", "/api/v1/plan", Access.Read, Plan, "A day without running it")
        {
            Fields = [new("date", "string", "The day", "date"), new("days", "integer", "How many"), All],
        },
        new("GET", "/api/v1/next", Access.Read, Next, "What runs next")
        {
            Fields = [new("count", "integer", "How many"), new("task", "string", "Only this task")],
        },
        new("GET", "/api/v1/tasks", Access.Read, Tasks, "The rows of the schedule"),
        new("GET", "/api/v1/tasks/{id}", Access.Read, Explain, "One row: settings, origin, times, what decides now"),
        new("GET", "/api/v1/tasks/{id}/explain", Access.Read, Explain, "The same"),
        new("GET", "/api/v1/calendar", Access.Read, Calendar, "An exchange's days")
        {
            Fields =
            [
                new("calendar", "string", "Its name"), new("from", "string", "The first day", "date"),
                new("to", "string", "The last day", "date"),
            ],
        },
        new("GET", "/api/v1/handlers", Access.Read, Handlers, "What the plugins offer"),
        new("GET", "/api/v1/plugins", Access.Read, Plugins, "The plugins"),
    ];

    private Task Plan(HttpContext context, Access access) => With(context, open =>
    {
        var first = Asked.Date(context, "date", Today(open));
        var days = Asked.Number(context, "days", 1, 1, PlanDaysMax);
        var all = Asked.Flag(context, "all");
        var timeline = new Timeline(open.Schedule, open.Calendars);
        var forecasts = new List<DayForecast>();
        for (var day = 0; day < days && first.DayNumber + day <= ExchangeCalendar.LastDate.DayNumber; day++)
        {
            forecasts.Add(Forecaster.On(timeline, first.AddDays(day), open.Context, all));
        }

        return Answer.Json(context, 200, writer => PlanView.Write(writer, forecasts, all, open.Zone));
    });

    private Task Next(HttpContext context, Access access) => With(context, open =>
    {
        var count = Asked.Number(context, "count", 10, 1, NextMax);
        var next = Asked.Text(context, "task") is { } id
            ? new Neighbours(open.Context).Next(Find(open.Schedule, id), open.Now, count)
            : Soonest(open, count);
        return Answer.Json(context, 200, writer => NextView.Write(writer, next, open.Zone));
    });

    private Task Tasks(HttpContext context, Access access) => With(context, open =>
    {
        var neighbours = new Neighbours(open.Context);
        return Answer.Json(context, 200, writer => TasksView.Write(writer, open, neighbours));
    });

    private Task Explain(HttpContext context, Access access) => With(context, open =>
    {
        var explanation = Explanation.Of(Find(open.Schedule, Route.IdOf(context)), open.Now, open.Context);
        var runs = LastRuns.OfDays(journal, explanation.Task.Id, open.Now);
        return Answer.Json(context, 200, writer => ExplainView.Write(writer, explanation, runs, open.Zone));
    });

    private Task Calendar(HttpContext context, Access access) => With(context, open =>
    {
        var name = Asked.Text(context, "calendar") ?? CalendarSet.DefaultName;
        var clock = open.Calendars.Find(name) ?? throw new WebRefusal(404, "Not found",
            $"There is no calendar '{name}'. {Suggestion.For(name, open.Calendars.Names)}");
        var (from, to) = Asked.Dates(context, Today(open), Today(open).AddDays(13), CalendarDaysMax);
        return Answer.Json(context, 200, writer => CalendarView.Write(writer, clock.Calendar, from, to));
    });

    private Task Handlers(HttpContext context, Access access) => WithRows(context, (_, rows) =>
        Answer.Json(context, 200, writer => HandlersView.Write(writer, rows.Catalogue.Handlers, rows.Catalogue)));

    private Task Plugins(HttpContext context, Access access) => WithRows(context, (_, rows) =>
        Answer.Json(context, 200, writer => PluginsView.Write(writer, rows.Catalogue.Plugins, rows.Catalogue)));

    private Task With(HttpContext context, Func<OpenSchedule, Task> respond) => WithRows(context, (snapshot, rows) =>
        respond(new(rows.Schedule, rows.Calendars,
            Knowing(rows, snapshot) with { Available = task => rows.Catalogue.Find(task.Run) is not null },
            snapshot.Zone, board.Time.GetUtcNow())));

    // What has happened so far, as the commands know it.
    private DecisionContext Knowing(RowsInForce rows, BrainSnapshot snapshot) =>
        ledger.At(snapshot.Journal.LastSeq) is { } known
            ? Forecaster.Knowing(rows.Calendars, known)
            : Forecaster.Blank(rows.Calendars);

    private Task WithRows(HttpContext context, Func<BrainSnapshot, RowsInForce, Task> respond) =>
        board.Current is { Rows: { } rows } snapshot
            ? respond(snapshot, rows)
            : Answer.Starting(context);

    private static List<Forecast> Soonest(OpenSchedule open, int count)
    {
        var next = new List<Forecast>();
        foreach (var occurrence in new Timeline(open.Schedule, open.Calendars)
            .Between(open.Now, open.Now.AddDays(ForwardDays)))
        {
            if (Forecaster.Of(occurrence, open.Context) is { Runs: true } forecast)
            {
                next.Add(forecast);
            }

            if (next.Count == count)
            {
                break;
            }
        }

        return next;
    }

    private static ScheduledTask Find(Schedule schedule, string id) => schedule.Find(id)
        ?? throw new WebRefusal(404, "Not found", $"There is no task '{id}'. "
            + (DidYouMean.Nearest(id, schedule.Tasks.Select(task => task.Id)) is { } near
                ? $"Did you mean {near}?"
                : "/api/v1/tasks lists them."));

    private static DateOnly Today(OpenSchedule open) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(open.Now, open.Zone).DateTime);
}
