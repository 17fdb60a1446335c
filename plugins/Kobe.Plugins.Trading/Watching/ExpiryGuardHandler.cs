using System.Globalization;
using Kobe.Contracts;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>What the monthly expiry of options does to what is held: prices near round strikes are held there, and move
/// when it is over.</summary>
[Handler("trading.expiry_guard", About = "This week's expiry, and which positions lie near a round strike.")]
[Effects(Effects.None)]
[Publishes("expiry.week")]
public sealed class ExpiryGuardHandler : ITaskHandler
{
    // Strikes lie five dollars apart from some fifty dollars on, two and a half below.
    private const decimal Near = 0.01m;
    private const int DaysAhead = 7;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => LookAsync(run, cancellation), cancellation);

    /// <summary>The round strike nearest to a price, dollars.</summary>
    internal static decimal StrikeOf(decimal price)
    {
        var step = price >= 50 ? 5m : 2.5m;
        return decimal.Round(price / step, MidpointRounding.AwayFromZero) * step;
    }

    private static async Task<TaskResult> LookAsync(TradingRun run, CancellationToken cancellation)
    {
        DateOnly? expiry = null;
        for (var i = 0; i < DaysAhead && expiry is null; i++)
        {
            var date = run.Today.AddDays(i);
            if (run.Session.Market.Calendar.On(date).Session is { } session
                && run.Session.Market.At(session.Open).Seasons.HasFlag(Season.OPTIONS_EXPIRY))
            {
                expiry = date;
            }
        }

        if (expiry is not { } day)
        {
            return new TaskResult.Skipped("no monthly expiry lies in the next seven days");
        }

        var held = await run.PositionsAsync(cancellation);
        if (held.Count == 0)
        {
            return new TaskResult.Skipped($"options expire on {day:yyyy-MM-dd}, and nothing is held");
        }

        var pinned = held.Where(one => one.CurrentPrice > 0
            && Math.Abs(one.CurrentPrice - StrikeOf(one.CurrentPrice)) <= one.CurrentPrice * Near).ToList();
        if (pinned.Count > 0)
        {
            run.Context.Notify(Urgency.Low, $"{run.Label}Options expire on {day:yyyy-MM-dd}. Near a round strike: "
                + string.Join(", ", pinned.Select(one => FormattableString.Invariant(
                    $"{one.Symbol} {one.CurrentPrice:0.##} ({StrikeOf(one.CurrentPrice):0.##})"))));
        }

        return new TaskResult.Succeeded(
            Evidence.None.WithCount("positions", held.Count).WithCount("near_strike", pinned.Count)
                .WithId("expiry", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Fact.Of("expiry.week", new
            {
                date = run.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                expiry = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                near = pinned.Select(one => one.Symbol).ToList(),
            }));
    }
}
