using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>Tells the releases and decisions of the coming dates.</summary>
[Handler("marketdata.economic_events", Arguments = typeof(EconomicEventsArguments),
    About = "Releases and decisions of a date or a span of dates.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class EconomicEventsHandler : ITaskHandler
{
    internal const string FactName = "econ.today";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Tell(context, context.Arguments<EconomicEventsArguments>()));

    private static TaskResult Tell(TaskContext context, EconomicEventsArguments arguments)
    {
        if (arguments.Offset is < 0 or > 366 || arguments.Days is < 1 or > 366)
        {
            return new TaskResult.Fatal("offset is 0 to 366, days 1 to 366.");
        }

        var desk = DeskSession.Of(context);
        var from = desk.Today.AddDays(arguments.Offset);
        var events = EconomicCalendar.Of(desk, from, arguments.Days);
        var path = DeskFile.At(desk, "calendar", $"{arguments.Fact}.json");

        // A day without a release is news too: what waits for one must know that there is none.
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("events", events.Count).WithCount("dates", arguments.Days)
                .WithOutput(DeskFile.WriteTable(desk, path, events)),
            Fact.Of(arguments.Fact, EconomicToday.Of(from, arguments.Days, events)));
    }
}
