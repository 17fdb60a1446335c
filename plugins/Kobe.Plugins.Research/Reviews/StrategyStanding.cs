using Kobe.Desk.Studies;

namespace Kobe.Plugins.Research.Reviews;

/// <summary>A strategy's trades against what its backtest leads one to expect.</summary>
/// <param name="Strategy">The strategy.</param>
/// <param name="Trades">Closed trades with a stop.</param>
/// <param name="Mean">What they made for each dollar at risk, on the mean.</param>
/// <param name="Expected">What the backtest's trades made, or null without one.</param>
/// <param name="P">How likely so large a distance is by chance, or null.</param>
/// <param name="Advice"><c>keep</c>, <c>watch</c>, <c>retire</c> or <c>too few</c>.</param>
internal sealed record StrategyStanding(
    string Strategy, int Trades, double Mean, double? Expected, double? P, string Advice)
{
    /// <summary>The least trades that say anything.</summary>
    public const int TradesMin = 10;

    private const double Unlikely = 0.05;

    /// <summary>Judges: retired is what loses and does worse than expected by more than chance, watched what does one
    /// of the two.</summary>
    public static StrategyStanding Of(string strategy, IReadOnlyList<double> multiples, double? expected)
    {
        var against = multiples.Select(one => one - (expected ?? 0)).ToArray();
        var test = MeanTest.OfOne(against);
        var mean = multiples.Average();
        var worse = test.P < Unlikely && test.Mean < 0;
        var advice = (multiples.Count < TradesMin, worse, mean < 0) switch
        {
            (true, _, _) => "too few",
            (_, true, true) => "retire",
            (_, true, _) or (_, _, true) => "watch",
            _ => "keep",
        };
        return new(
            strategy, multiples.Count, Math.Round(mean, 4), expected,
            double.IsNaN(test.P) ? null : Math.Round(test.P, 5), advice);
    }
}
