using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Desk.Sessions;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>Names the coming sessions on which much is traded for reasons of the calendar.</summary>
[Handler("marketdata.expiries", Arguments = typeof(ExpiriesArguments),
    About = "Coming option expiries, quarterly expiries, index rebalancing, ends of month and quarter.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class ExpiriesHandler : ITaskHandler
{
    internal const string FactName = "expiries.next";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<ExpiriesArguments>();
        if (arguments.Days is < 1 or > 400)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal($"days is {arguments.Days}: it is 1 to 400."));
        }

        var desk = DeskSession.Of(context);
        var all = Enumerable.Range(0, arguments.Days)
            .SelectMany(i => Of(desk.Today.AddDays(i), desk.Market)).ToList();
        return Task.FromResult<TaskResult>(all.Count == 0
            ? new TaskResult.Skipped($"nothing expires and no month ends within {arguments.Days} days")
            : new TaskResult.Succeeded(
                Evidence.None.WithCount("dates", all.Count).WithId("next", $"{all[0].Date:yyyy-MM-dd} {all[0].What}"),
                Fact.Of(arguments.Fact, new { From = desk.Today, arguments.Days, Dates = all })));
    }

    /// <summary>What is special about a date's trading.</summary>
    internal static IEnumerable<Line> Of(DateOnly date, MarketClock market)
    {
        var day = market.Day(date);
        if (day.Day.Session is null)
        {
            yield break;
        }

        if (day.Seasons.HasFlag(Season.OPTIONS_EXPIRY))
        {
            yield return new(date, date.Month % 3 == 0 ? "options and futures expire together" : "options expire");
        }

        // FTSE Russell, Russell US indexes: reconstituted at the close of the fourth Friday of June.
        if (date is { Month: 6, DayOfWeek: DayOfWeek.Friday, Day: >= 22 and <= 28 })
        {
            yield return new(date, "Russell indexes are made anew");
        }

        if (day.NextSession is { } next && next.Date.Month != date.Month)
        {
            yield return new(date, date.Month % 3 == 0 ? "last session of the quarter" : "last session of the month");
        }
    }

    internal sealed record Line(DateOnly Date, string What);
}
