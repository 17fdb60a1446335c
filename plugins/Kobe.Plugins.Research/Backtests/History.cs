using Kobe.Contracts;
using Kobe.Desk.Backtests;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Desk.Strategies.Choosing;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Backtests;

/// <summary>Bars for backtests: so many years to trade in, and before them what strategies warm up on.</summary>
/// <param name="Series">The bars.</param>
/// <param name="Settings">The account, with the first instant at which it trades.</param>
internal sealed record History(IReadOnlyList<BarSeries> Series, BacktestSettings Settings)
{
    /// <summary>Sessions of a year.</summary>
    public const int SessionsPerYear = 252;

    /// <summary>Sessions that the slowest average takes.</summary>
    public const int WarmUp = 210;

    // A test over less says nothing.
    private const int SessionsMin = 60;

    /// <summary>Cuts the bars of some symbols.</summary>
    /// <returns>Null when no symbol has enough of them.</returns>
    public static History? Of(TaskContext context, DeskSession desk, string scope, int years)
    {
        var kept = (years * SessionsPerYear) + WarmUp;
        var series = Scope.Bars(desk, Scope.Of(context, desk, scope), SessionsMin)
            .Select(one => one.Count > kept ? new BarSeries(one.Name, one.All[^kept..].ToArray()) : one).ToList();
        if (series.Count == 0)
        {
            return null;
        }

        // Whoever has the longest history decides when the account opens.
        var longest = series.MaxBy(one => one.Count)!;
        var first = longest[Math.Max(0, Math.Min(longest.Count - SessionsMin, WarmUp))];
        return new(series, new()
        {
            From = first.Start,
            Cash = (double)desk.Settings.Cash,
            Sizing = scope == Scope.Index ? Sizing.AllIn : new(),
        });
    }

    /// <summary>Plays a strategy with its usual numbers, or others.</summary>
    public BacktestResult Play(
        StrategyEntry entry, IReadOnlyList<double> values, DeskSession desk, CancellationToken cancellation) =>
        Backtest.Run(
            Series, _ => entry.Make(values, desk.Market.Calendar), Settings, cancel: cancellation);
}
