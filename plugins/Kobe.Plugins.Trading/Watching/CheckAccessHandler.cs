using Kobe.Contracts;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>Asks the broker a question before it matters.</summary>
[Handler("trading.check_access", Arguments = typeof(AccessArguments),
    About = "The broker answers: account, clock, calendar or quotes.")]
[Effects(Effects.None)]
public sealed class CheckAccessHandler : ITaskHandler
{
    private const int Sessions = 10;
    private static readonly TimeSpan SkewMax = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(
            context,
            run => context.Arguments<AccessArguments>().Ask switch
            {
                AccessQuestion.Clock => ClockAsync(run, cancellation),
                AccessQuestion.Calendar => CalendarAsync(run, cancellation),
                AccessQuestion.Quotes => QuotesAsync(run, cancellation),
                _ => AccountAsync(run, cancellation),
            },
            cancellation);

    /// <summary>What is wrong with the broker's clock, in a sentence; null when it agrees with the rules.</summary>
    internal static async Task<string?> ClockProblemAsync(TradingRun run, CancellationToken cancellation)
    {
        var reply = await run.Desk.Exchange.ClockAsync(cancellation);
        if (reply.ValueOrDefault is not { } clock)
        {
            return $"the broker does not tell its clock: {reply}";
        }

        var skew = (clock.Timestamp - run.Now).Duration();
        var open = run.Session.Market.At(run.Now).IsMarketOpen;
        static string Word(bool isOpen) => isOpen ? "open" : "closed";
        return skew > SkewMax
            ? FormattableString.Invariant($"the broker's clock is {skew.TotalSeconds:0.#} s away from ours")
            : clock.IsOpen != open
                ? $"by rule the market is {Word(open)}, by the broker {Word(clock.IsOpen)}"
                : null;
    }

    private static async Task<TaskResult> AccountAsync(TradingRun run, CancellationToken cancellation)
    {
        var account = await run.AccountAsync(cancellation);
        return account.IsBlocked
            ? Told(run, $"The account {account.Number} is blocked ({account.Status}): no order will be taken.")
            : new TaskResult.Succeeded(
                Evidence.None.WithId("account", account.Number).WithId("status", account.Status)
                    .WithCount("equity_dollars", (long)account.Equity)
                    .WithCount("buying_power_dollars", (long)account.BuyingPower));
    }

    private static async Task<TaskResult> ClockAsync(TradingRun run, CancellationToken cancellation) =>
        await ClockProblemAsync(run, cancellation) is { } problem
            ? Told(run, $"Entries are refused as long as {problem}.")
            : new TaskResult.Succeeded(Evidence.None.WithCount("clocks_compared", 2).WithId("at", $"{run.Now:u}"));

    private static async Task<TaskResult> CalendarAsync(TradingRun run, CancellationToken cancellation)
    {
        var days = new List<Kobe.Core.Markets.TradingDay>();
        var calendar = run.Session.Market.Calendar;
        for (var day = calendar.NextSession(run.Today.AddDays(-1)); day is not null && days.Count < Sessions;
             day = calendar.NextSession(day.Date))
        {
            days.Add(day);
        }

        if (days.Count == 0)
        {
            return new TaskResult.Skipped("the calendar has no session to come");
        }

        var reply = await run.Desk.Exchange.CalendarAsync(days[0].Date, days[^1].Date, cancellation);
        var told = reply.ValueOrDefault ?? throw new IOException($"The broker does not tell its calendar: {reply}");
        var zone = calendar.Zone;
        var differences =
            (from day in days
             let theirs = told.FirstOrDefault(one => one.Date == day.Date)
             where theirs is null || theirs.Open != LocalIn(zone, day.Session!.Open)
                 || theirs.Close != LocalIn(zone, day.Session.Close)
             select $"{day.Date:yyyy-MM-dd}").ToList();
        return differences.Count > 0
            ? Told(run, $"The broker's sessions differ from the rules on {string.Join(", ", differences)}.")
            : new TaskResult.Succeeded(Evidence.None.WithCount("sessions", days.Count).WithCount("differences", 0));
    }

    private static TimeOnly LocalIn(TimeZoneInfo zone, DateTimeOffset instant) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    private static async Task<TaskResult> QuotesAsync(TradingRun run, CancellationToken cancellation)
    {
        var without = new List<string>();
        foreach (var symbol in run.Session.Symbols)
        {
            if (await run.QuoteAsync(symbol, cancellation) is not { Bid: > 0, Ask: > 0 } quote || quote.Ask < quote.Bid)
            {
                without.Add(symbol);
            }
        }

        return without.Count == run.Session.Symbols.Count
            ? new TaskResult.Failed("The broker has no price of anything that is watched.")
            : without.Aggregate(
                new TaskResult.Succeeded(Evidence.None.WithCount("symbols", run.Session.Symbols.Count)
                    .WithCount("without_price", without.Count)),
                (result, symbol) => result with { Evidence = result.Evidence.WithId("without_price", symbol) });
    }

    private static TaskResult.Failed Told(TradingRun run, string text)
    {
        run.Context.Notify(Urgency.Critical, run.Label + text);
        return new(text);
    }
}
