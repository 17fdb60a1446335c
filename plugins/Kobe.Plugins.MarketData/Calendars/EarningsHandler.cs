using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>Tells who reports soon, and which symbols are not to be bought because of it.</summary>
[Handler("marketdata.earnings", Arguments = typeof(EarningsArguments),
    About = "Companies that report soon, and the symbols that nothing is bought of around it.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class EarningsHandler : ITaskHandler
{
    internal const string FactName = "earnings.today";

    private const int TellMax = 200;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Tell(context, context.Arguments<EarningsArguments>()));

    private static TaskResult Tell(TaskContext context, EarningsArguments arguments)
    {
        if (arguments.Before is < 0 or > 20 || arguments.After is < 0 or > 20 || arguments.Days is < 1 or > 366)
        {
            return new TaskResult.Fatal("before and after are 0 to 20 sessions, days 1 to 366.");
        }

        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope);
        if (watched.Nothing is { } nothing)
        {
            return new TaskResult.Skipped(nothing);
        }

        var (from, to) = Window(desk.Market.Calendar, desk.Today, arguments.Before, arguments.After);
        var end = desk.Today.AddDays(arguments.Days);
        if (EarningsCalendar.Of(desk, watched.Symbols, from, end > to ? end : to) is not { } dates)
        {
            return new TaskResult.Skipped(EarningsCalendar.WhyNone(desk));
        }

        var blackout = dates.Where(one => one.Date <= to).Select(one => one.Symbol)
            .Distinct().Order(StringComparer.Ordinal).ToList();
        var soon = dates.Where(one => one.Date >= desk.Today && one.Date <= end).ToList();
        var path = DeskFile.At(desk, "calendar", $"{arguments.Fact}.json");
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", watched.Symbols.Count).WithCount("reports", soon.Count)
                .WithCount("blackout", blackout.Count).WithOutput(DeskFile.WriteTable(desk, path, dates)),
            Fact.Of(arguments.Fact, new
            {
                Date = desk.Today,
                Blackout = blackout.Take(TellMax),
                Reports = soon.Take(TellMax),
                Synthetic = dates.Any(one => one.Synthetic),
            }));
    }

    /// <summary>The dates of reports that keep from buying on a date: some sessions back and some ahead.</summary>
    internal static (DateOnly From, DateOnly To) Window(
        ExchangeCalendar calendar, DateOnly today, int before, int after)
    {
        var (from, to) = (today, today);
        for (var i = 0; i < after; i++)
        {
            from = calendar.PreviousSession(from)!.Date;
        }

        for (var i = 0; i < before; i++)
        {
            to = calendar.NextSession(to)!.Date;
        }

        return (from, to);
    }
}
