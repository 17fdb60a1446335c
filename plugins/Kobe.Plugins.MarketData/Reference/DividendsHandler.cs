using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>Adds up the dividends of the last twelve months against the last price.</summary>
[Handler("marketdata.dividends", Arguments = typeof(DividendsArguments),
    About = "Dividends of the last twelve months, how many, and what they are of the price.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class DividendsHandler : ITaskHandler
{
    internal const string FactName = "dividends.year";

    private const int TellMax = 200;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<DividendsArguments>();
        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope);
        var all = watched.Symbols.Select(symbol => Of(desk, symbol)).OfType<Line>()
            .OrderByDescending(one => one.Yield).ThenBy(one => one.Symbol, StringComparer.Ordinal).ToList();
        return Task.FromResult<TaskResult>(all.Count == 0
            ? new TaskResult.Skipped(watched.Nothing ?? "none of the symbols paid a dividend in the last twelve months")
            : new TaskResult.Succeeded(
                Evidence.None.WithCount("symbols", watched.Symbols.Count).WithCount("payers", all.Count),
                Fact.Of(arguments.Fact, new
                {
                    Date = desk.Today,
                    Payers = all.Take(TellMax),
                    Synthetic = desk.Source.IsSynthetic,
                })));
    }

    private static Line? Of(DeskSession desk, string symbol)
    {
        if (desk.CloseBefore(symbol, desk.Today.AddDays(1)) is not { } price)
        {
            return null;
        }

        var factors = desk.Source.FactorsOf(symbol);
        var paid = DatedAction.Of(symbol, factors, desk.Market.Calendar, desk.Today.AddYears(-1), desk.Today)
            .Where(one => one.Dividend > 0).ToList();

        // A dividend on more shares than today's was smaller for each of today's.
        var sum = paid.Sum(one => one.Dividend * factors.On(one.ExDate).Split / factors.On(desk.Today).Split);
        return paid.Count == 0 ? null : new(symbol, paid.Count, Prices.Rounded(sum), Prices.Rounded(sum / price));
    }

    internal sealed record Line(string Symbol, int Payments, double Dollars, double Yield);
}
