using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Measures what trading a symbol costs now, and blocks those that cost too much.</summary>
[Handler("marketdata.spreads", Arguments = typeof(SpreadsArguments),
    About = "Estimates spread and depth from the last minutes; blocks symbols that are too thin.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class SpreadsHandler : ITaskHandler
{
    internal const string FactName = "liquidity.today";

    private const int TellMax = 200;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<SpreadsArguments>();
        if (!(arguments.SpreadMax > 0) || !(arguments.DollarsMin >= 0) || arguments.Minutes is < 5 or > 390)
        {
            return new TaskResult.Fatal("spread_max is above 0, dollars_min at least 0, minutes 5 to 390.");
        }

        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope);
        if (desk.OpenNow() is null || watched.Nothing is not null)
        {
            return new TaskResult.Skipped(watched.Nothing ?? "the market is closed");
        }

        var all = new List<Line>();
        foreach (var symbol in watched.Symbols)
        {
            var minutes = await desk.TodayAsync(symbol, cancellation);
            var recent = minutes.All[Math.Max(0, minutes.Count - arguments.Minutes)..];
            var spread = 100 * SpreadEstimate.SpreadOf(recent);
            var dollars = SpreadEstimate.MedianDollars(recent);
            all.Add(new(
                symbol, Prices.Rounded(spread), Math.Round(dollars),
                spread > arguments.SpreadMax || dollars < arguments.DollarsMin));
        }

        var blocked = all.Where(one => one.Blocked).Select(one => one.Symbol).ToList();
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", all.Count).WithCount("blocked", blocked.Count),
            Fact.Of(arguments.Fact, new
            {
                At = desk.Now,
                Blocked = blocked.Take(TellMax),
                Estimated = true,
                Symbols = all.OrderByDescending(one => one.SpreadPercent).Take(TellMax),
            }));
    }

    internal sealed record Line(string Symbol, double SpreadPercent, double MedianDollars, bool Blocked);
}
