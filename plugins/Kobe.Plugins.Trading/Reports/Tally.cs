using Kobe.Plugins.Trading.Books;

namespace Kobe.Plugins.Trading.Reports;

/// <summary>Closed trades, counted.</summary>
/// <param name="Trades">How many.</param>
/// <param name="Wins">How many with a profit.</param>
/// <param name="Losses">How many with a loss.</param>
/// <param name="Profit">Their sum, in dollars.</param>
/// <param name="Factor">Profits over losses; null without losses.</param>
/// <param name="MeanR">Mean multiple of the risk; null when no trade had one.</param>
internal readonly record struct Tally(
    int Trades, int Wins, int Losses, decimal Profit, decimal? Factor, decimal? MeanR)
{
    public static Tally Of(IReadOnlyCollection<TradeLine> trades)
    {
        var lost = -trades.Where(trade => trade.Profit < 0).Sum(trade => trade.Profit);
        var won = trades.Where(trade => trade.Profit > 0).Sum(trade => trade.Profit);
        var multiples = trades.Select(trade => trade.R).OfType<decimal>().ToList();
        return new(
            trades.Count, trades.Count(trade => trade.Profit > 0), trades.Count(trade => trade.Profit < 0), won - lost,
            lost > 0 ? decimal.Round(won / lost, 2) : null,
            multiples.Count > 0 ? decimal.Round(multiples.Average(), 2) : null);
    }

    /// <summary>In one line.</summary>
    public override string ToString() => Trades == 0 ? "no trade was closed" : FormattableString.Invariant(
        $"{Trades} trades closed, {Wins} won, {Losses} lost, {Profit:+0.00;-0.00;0.00} dollars")
        + (Factor is { } factor ? FormattableString.Invariant($", profit factor {factor}") : "")
        + (MeanR is { } r ? FormattableString.Invariant($", mean {r} R") : "");
}
