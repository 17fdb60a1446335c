using Kobe.Desk.Bars;
using Kobe.Desk.Strategies;

namespace Kobe.Desk.Backtests.Trials;

/// <summary>Whether a strategy decides by what it could not have known.</summary>
/// <remarks>
/// The same backtest is run on the bars up to some instants only. A strategy that looks at nothing but the past decides
/// the same up to there; one that peeks, or whose figures were made with the whole series, does not.
/// </remarks>
/// <param name="Decisions">How many decisions the whole run made.</param>
/// <param name="Cuts">How many shorter runs were compared with it.</param>
/// <param name="FirstDifference">The first decision that differs, as a sentence; null when none does.</param>
public sealed record LookAhead(int Decisions, int Cuts, string? FirstDifference)
{
    /// <summary>Whether no decision depends on later bars, as far as the cuts show.</summary>
    public bool IsClean => FirstDifference is null;

    /// <summary>Checks a strategy.</summary>
    /// <param name="series">The bars, one series a symbol.</param>
    /// <param name="strategy">Makes the strategy of a symbol; it is given the bars of the run and no others.</param>
    /// <param name="settings">Account and conditions.</param>
    /// <param name="cuts">How many shorter runs, spread evenly over the days.</param>
    public static LookAhead Check(
        IReadOnlyList<BarSeries> series, Func<BarSeries, IStrategy> strategy, BacktestSettings settings, int cuts = 8)
    {
        ArgumentNullException.ThrowIfNull(series);
        var whole = new List<MarkedDecision>();
        var days = Backtest.Run(series, strategy, settings, whole).Curve.Ticks;
        for (var cut = 1; cut <= cuts && days.Count > cuts; cut++)
        {
            var end = new DateTimeOffset(days[(int)((long)days.Count * cut / (cuts + 1))], TimeSpan.Zero);
            var part = new List<MarkedDecision>();
            Backtest.Run([.. series.Select(one => one.Until(end))], strategy, settings, part);
            if (Difference(series, whole, part, end) is { } difference)
            {
                return new(whole.Count, cut, difference);
            }
        }

        return new(whole.Count, days.Count > cuts ? cuts : 0, null);
    }

    private static string? Difference(
        IReadOnlyList<BarSeries> series, List<MarkedDecision> whole, List<MarkedDecision> part, DateTimeOffset end)
    {
        var known = whole.TakeWhile(mark => mark.Ticks <= end.UtcTicks).ToArray();
        for (var i = 0; i < Math.Max(known.Length, part.Count); i++)
        {
            if (i >= known.Length || i >= part.Count || known[i] != part[i])
            {
                var isKnown = i < known.Length && (i >= part.Count || known[i].Ticks <= part[i].Ticks);
                var mark = isKnown ? known[i] : part[i];
                var date = new DateTimeOffset(mark.Ticks, TimeSpan.Zero);
                return $"{series[mark.Symbol].Name.Symbol} on {date:yyyy-MM-dd}: "
                    + $"with bars up to {end:yyyy-MM-dd} only, the decision is another one.";
            }
        }

        return null;
    }
}
