using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>Compares sectors: the mean move of their symbols, and who leads and lags in each.</summary>
[Handler("marketdata.sector_moves", Arguments = typeof(SectorMovesArguments),
    About = "Mean move of each sector over some sessions or today, with its best and worst symbol.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class SectorMovesHandler : ITaskHandler
{
    internal const string FactName = "sectors.moves";

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<SectorMovesArguments>();
        if (arguments.Sessions is < 0 or > 520)
        {
            return new TaskResult.Fatal($"sessions is {arguments.Sessions}: it is 0 to 520.");
        }

        var desk = DeskSession.Of(context);
        var moves = new List<(string Symbol, string Sector, double Share)>();
        foreach (var symbol in desk.Symbols)
        {
            if (desk.Source.SectorOf(symbol) is { Length: > 0 } sector
                && await MoveAsync(desk, symbol, arguments.Sessions, cancellation) is { } share)
            {
                moves.Add((symbol, sector, share));
            }
        }

        if (moves.Count == 0)
        {
            return new TaskResult.Skipped("no symbol with a known sector has prices for it");
        }

        var sectors = Compare(moves);
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", moves.Count).WithCount("sectors", sectors.Count),
            Fact.Of(arguments.Fact, new
            {
                Date = desk.Today,
                arguments.Sessions,
                Sectors = sectors,
                Synthetic = desk.Source.IsSynthetic,
            }));
    }

    /// <summary>The sectors, the strongest first.</summary>
    internal static IReadOnlyList<Line> Compare(IEnumerable<(string Symbol, string Sector, double Share)> moves) =>
    [
        .. from move in moves
           group move by move.Sector into sector
           let sorted = sector.OrderByDescending(one => one.Share).ThenBy(one => one.Symbol).ToList()
           let mean = Prices.Rounded(sorted.Average(one => one.Share))
           orderby mean descending, sector.Key
           select new Line(sector.Key, mean, sorted.Count, sorted[0].Symbol, sorted[^1].Symbol),
    ];

    private static async Task<double?> MoveAsync(
        DeskSession desk, string symbol, int sessions, CancellationToken cancellation)
    {
        if (sessions == 0)
        {
            var minutes = await desk.TodayAsync(symbol, cancellation);
            return minutes.Count > 0 && desk.CloseBefore(symbol, desk.Today) is { } before
                ? (minutes[^1].Close / before) - 1 : null;
        }

        var daily = desk.Daily(symbol);
        return daily.Count > sessions ? (daily[^1].Close / daily[daily.Count - 1 - sessions].Close) - 1 : null;
    }

    internal sealed record Line(string Sector, double Share, int Symbols, string Leader, string Laggard);
}
