using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Desk.Brokers;
using Kobe.Desk.Sessions;
using Kobe.Desk.Sources;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>Compares the calendar's rules with what others say: the broker's calendar for the sessions to come, the
/// index's own bars for those that were.</summary>
[Handler("marketdata.verify_calendar", Arguments = typeof(VerifyArguments),
    About = "The next sessions by our rules and the broker's calendar, the last ones by the index's bars.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class VerifyCalendarHandler : ITaskHandler
{
    internal const string FactName = "calendar.verified";

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<VerifyArguments>();
        if (arguments.Sessions is < 1 or > 250)
        {
            return new TaskResult.Fatal($"sessions is {arguments.Sessions}: it is 1 to 250.");
        }

        var desk = DeskSession.Of(context);
        var ahead = Ahead(desk, arguments.Sessions);
        var mismatches = await BehindAsync(desk, arguments.Sessions, cancellation);
        var broker = 0;
        if (desk.Source is not LocalSource)
        {
            var trading = await desk.TradingAsync(cancellation);
            var reply = await trading.Exchange.CalendarAsync(ahead[0].Date, ahead[^1].Date, cancellation);
            if (reply is not BrokerReply<IReadOnlyList<BrokerDay>>.Done { Value: var days })
            {
                return new TaskResult.Failed($"The broker's calendar can't be read: {reply}");
            }

            broker = days.Count;
            mismatches.AddRange(Differences(ahead, days, desk.Market.Calendar.Zone));
        }

        foreach (var mismatch in mismatches)
        {
            context.Discover(new("calendar", mismatch));
        }

        return new TaskResult.Succeeded(
            Evidence.None.WithCount("sessions", ahead.Count).WithCount("broker_days", broker)
                .WithCount("unconfirmed", ahead.Count(day => !day.Confirmed))
                .WithCount("mismatches", mismatches.Count)
                .WithId("next", $"{ahead[0].Date:yyyy-MM-dd}"),
            Fact.Of(arguments.Fact, new
            {
                Date = desk.Today,
                Sessions = ahead.Select(day => new
                {
                    day.Date,
                    day.Session!.Open,
                    day.Session.Close,
                    Early = day.Kind == DayKind.EarlyClose,
                    day.Confirmed,
                }),
                Mismatches = mismatches,
            }));
    }

    /// <summary>Where a broker's days are not the calendar's, in words.</summary>
    internal static IEnumerable<string> Differences(
        IReadOnlyList<TradingDay> ours, IReadOnlyList<BrokerDay> theirs, TimeZoneInfo zone)
    {
        var byDate = theirs.ToDictionary(day => day.Date);
        foreach (var day in ours)
        {
            var close = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(day.Session!.Close, zone).DateTime);
            if (!byDate.Remove(day.Date, out var broker))
            {
                yield return $"The broker has no session on {day.Date:yyyy-MM-dd}; the rules do.";
            }
            else if (broker.Close != close)
            {
                yield return
                    $"On {day.Date:yyyy-MM-dd} the broker closes at {broker.Close:HH:mm}, the rules at {close:HH:mm}.";
            }
        }

        foreach (var extra in byDate.Keys.Order())
        {
            yield return $"The broker has a session on {extra:yyyy-MM-dd}; the rules have none.";
        }
    }

    private static List<TradingDay> Ahead(DeskSession desk, int sessions)
    {
        var (days, date) = (new List<TradingDay>(), desk.Today.AddDays(-1));
        while (days.Count < sessions && desk.Market.Calendar.NextSession(date) is { } next)
        {
            days.Add(next);
            date = next.Date;
        }

        return days;
    }

    private static async Task<List<string>> BehindAsync(
        DeskSession desk, int sessions, CancellationToken cancellation)
    {
        var behind = desk.LastSessions(sessions);
        var reading = await desk.Source.DailyAsync(desk.Source.Index, desk.Now, cancellation);
        if (reading.Series is not { Count: > 0 } series || behind.Count == 0)
        {
            return [];
        }

        var calendar = desk.Market.Calendar;
        var dates = series.All.ToArray().Select(bar => calendar.DateOf(bar.Start)).ToHashSet();
        var newest = calendar.DateOf(series[^1].Start);
        return
        [
            .. behind.Where(day => day.Date <= newest && !dates.Contains(day.Date))
                .Select(day => $"{desk.Source.Index} has no bar of {day.Date:yyyy-MM-dd}; the rules have a session."),
            .. reading.Quarantined.Where(bar => OwnerTable.Date(bar.Text.Split(',', ' ')[0]) >= behind[0].Date)
                .Select(bar => $"{desk.Source.Index}: {bar.Reason} ({bar.Text})"),
        ];
    }
}
