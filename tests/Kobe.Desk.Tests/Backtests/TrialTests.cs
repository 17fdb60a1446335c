using Kobe.Desk.Backtests;
using Kobe.Desk.Backtests.Trials;
using Kobe.Desk.Bars;
using Kobe.Desk.Strategies;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Backtests;

/// <summary>Choosing among parameters without fooling oneself.</summary>
public class TrialTests
{
    private static readonly BacktestSettings AllIn = new() { Sizing = Sizing.AllIn };
    private static readonly (int Fast, int Slow)[] Choices = [(5, 20), (10, 50), (20, 100), (5, 100)];

    [Fact]
    public void Sweep_PutsTheBestFirst_AndRepeats()
    {
        var series = Walks.Series(4, 1_500);
        SweepResult<(int Fast, int Slow)> Sweep() => Desk.Backtests.Trials.Sweep.Run(
            Choices, choice => Backtest.Run(series, new SmaCross(choice.Fast, choice.Slow), AllIn));
        var (once, again) = (Sweep(), Sweep());

        Assert.Equal(Choices.Order(), once.Trials.Select(trial => trial.Parameters).Order());
        Assert.Equal(once.Trials.Select(trial => trial.DailySharpe).OrderDescending(), once.Trials.Select(trial => trial.DailySharpe));
        Assert.Equal(once.Trials.Select(trial => trial.Result.Digest()), again.Trials.Select(trial => trial.Result.Digest()));
        Assert.InRange(once.Deflated, 0, 1);
    }

    [Fact]
    public void Folds_NeverOverlap_AndKeepTheirEmbargo()
    {
        var days = Enumerable.Range(0, 1_000).Select(day => day * TimeSpan.TicksPerDay).ToArray();
        var plan = new WalkForwardPlan(300, 100, 7);
        var folds = plan.Folds(days);

        Assert.Equal(7, folds.Count);
        Assert.All(folds, fold => Assert.Equal(8, (fold.TestFrom - fold.TrainTo).Days));
        Assert.All(folds, fold => Assert.Equal(299, (fold.TrainTo - fold.TrainFrom).Days));
        Assert.All(folds.Zip(folds.Skip(1)), pair => Assert.Equal(1, (pair.Second.TestFrom - pair.First.TestTo).Days));
        Assert.Equal(999, folds[^1].TestTo.Ticks / TimeSpan.TicksPerDay);
        Assert.All((plan with { IsAnchored = true }).Folds(days), fold => Assert.Equal(0, fold.TrainFrom.Ticks));
        Assert.Empty(new WalkForwardPlan(995, 10, 10).Folds(days));
    }

    [Fact]
    public void WalkForward_ChoosesOnThePastAlone()
    {
        var whole = Walk(Walks.Series(4, 1_200));
        var part = Walk(new(Walks.Series(4, 1_200).Name, Walks.Series(4, 1_200).All[..900].ToArray()));

        Assert.Equal(6, whole.Folds.Count);
        Assert.Equal(part.Folds.Select(fold => fold.Chosen), whole.Folds.Take(part.Folds.Count).Select(fold => fold.Chosen));
        Assert.Equal(part.Folds[0].Test.Digest(), whole.Folds[0].Test.Digest());
        Assert.Equal(whole.Folds[^1].Test.Curve.End, whole.Proof.Curve.End);
        Assert.Equal(whole.Proof.Curve.Ticks.Order(), whole.Proof.Curve.Ticks);
    }

    [Fact]
    public void WalkForward_SaysWhenTheDaysDoNotSuffice() =>
        Assert.Throws<ArgumentException>(() => Walk(Walks.Series(4, 300)));

    [Fact]
    public void LookAhead_FindsNothing_InStrategiesThatLookBack()
    {
        var series = new[] { Walks.Series(1, 600, "A"), Walks.Series(2, 600, "B") };
        var check = LookAhead.Check(series, _ => new SmaCross(5, 20), new());

        Assert.True(check.IsClean, check.FirstDifference);
        Assert.True(check is { Decisions: > 20, Cuts: 8 });
    }

    [Fact]
    public void LookAhead_FindsOneThatPeeks()
    {
        var check = LookAhead.Check([Walks.Series(1, 600)], one => new Peeking(one), new());

        Assert.False(check.IsClean);
        Assert.StartsWith("WALK on 200", check.FirstDifference, StringComparison.Ordinal);
    }

    [Fact]
    public void LookAhead_FindsOneThatWasMadeWithTheWholeSeries() => Assert.False(
        LookAhead.Check([Walks.Series(1, 600)], one => new BelowMean(one.All.ToArray().Average(bar => bar.Close)), new()).IsClean);

    private static WalkForwardResult<(int Fast, int Slow)> Walk(BarSeries series) => WalkForward.Run(
        [series], Choices, (choice, _) => new SmaCross(choice.Fast, choice.Slow), AllIn, new(400, 150, 20));

    /// <summary>Buys when tomorrow's close is higher.</summary>
    private sealed class Peeking(BarSeries series) : IStrategy
    {
        private int _bar;

        public Decision OnBar(in Bar bar, in Holding holding)
        {
            var rises = ++_bar < series.Count && series[_bar].Close > bar.Close;
            return rises && holding.IsFlat ? Decision.Buy() : !rises && !holding.IsFlat ? Decision.Exit : Decision.None;
        }
    }

    /// <summary>Buys below the mean of all prices, which nobody knew.</summary>
    private sealed class BelowMean(double mean) : IStrategy
    {
        public Decision OnBar(in Bar bar, in Holding holding) =>
            bar.Close < mean ? holding.IsFlat ? Decision.Buy() : Decision.None : holding.IsFlat ? Decision.None : Decision.Exit;
    }
}
