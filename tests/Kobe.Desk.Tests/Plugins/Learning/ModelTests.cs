using Kobe.Desk.Bars;
using Kobe.Desk.Randomness;
using Kobe.Desk.Studies;
using Kobe.Plugins.Learning.Features;
using Kobe.Plugins.Learning.Models;
using Kobe.Plugins.Learning.Scoring;
using Kobe.Plugins.Learning.Training;
using Kobe.Plugins.Learning.Watching;

namespace Kobe.Desk.Tests.Plugins.Learning;

/// <summary>Models find what was planted, and their measures are those of the books.</summary>
public class ModelTests
{
    [Fact]
    public void Solver_SolvesWhatCanBeReckonedByHand()
    {
        var x = new MathNetSolver().Solve(new double[,] { { 4, 2 }, { 2, 3 } }, [2, 5]);

        Assert.Equal(-0.5, x[0], 12);
        Assert.Equal(2, x[1], 12);
        Assert.Throws<ArgumentException>(() => new MathNetSolver().Solve(new double[,] { { 1, 2 }, { 2, 1 } }, [1, 1]));
    }

    [Theory]
    [InlineData(ModelKind.Logistic)]
    [InlineData(ModelKind.Linear)]
    public void Training_FindsThePlantedWeight_AndNoOther(ModelKind kind)
    {
        var rows = Rows(4000, values => (0.02 * values[0]) - 0.002, 0.02);

        var scorer = Trainer.Usual.Train(kind, rows, 1);

        Assert.True(scorer.Weights[0] > 0.001);
        Assert.All(scorer.Weights.Skip(1).Take(FeatureTable.Names.Count - 1), weight => Assert.True(Math.Abs(weight) < Math.Abs(scorer.Weights[0]) / 5));
        Assert.True(scorer.Probability([2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) > 0.8);
        Assert.True(scorer.Probability([-2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) < 0.2);
    }

    [Fact]
    public void Logistic_GivesTheWeightsThatMadeTheLabels()
    {
        // The odds of a rise are exp(1.5 x − 0.5).
        var random = new SeededRandom(4);
        var rows = Rows(20_000, values => random.Share() < 1 / (1 + Math.Exp(-((1.5 * values[0]) - 0.5))) ? 0.01 : -0.01, 0);

        var scorer = Trainer.Usual.Train(ModelKind.Logistic, rows, 0);

        Assert.InRange(scorer.Weights[0] / scorer.Deviations[0], 1.42, 1.58);
        Assert.InRange(scorer.Weights[^1] - (scorer.Weights[0] * scorer.Means[0] / scorer.Deviations[0]), -0.56, -0.44);
    }

    [Fact]
    public void LargeRidge_TakesWeightsAway()
    {
        var rows = Rows(500, values => 0.02 * values[0], 0.02);

        Assert.True(Math.Abs(Trainer.Usual.Train(ModelKind.Logistic, rows, 1e6).Weights[0]) < 0.01);
    }

    [Fact]
    public void Marks_AreThoseOfTheBooks()
    {
        // Said 0.8, 0.6, 0.3, 0.4; came 1, 0, 0, 1.
        double[] said = [0.8, 0.6, 0.3, 0.4];
        FeatureRow[] rows = [.. new[] { 1.0, -1, -1, 1 }.Select((followed, i) => new FeatureRow(i, default, "S", [said[i]], followed))];

        var marks = Marks.Of(rows, row => row.Values[0], 0.5);

        Assert.Equal((0.04 + 0.36 + 0.09 + 0.36) / 4, marks.Brier, 8);
        Assert.Equal(0.25, marks.Base, 8);
        Assert.Equal(0.75, marks.Area); // of four pairs, three are in order
        Assert.Equal(1 - (0.2125 / 0.25), marks.Skill, 5);
        Assert.Equal([(0.8, 1, 1.0)], Marks.Reliability([(0.8, 1.0), (0.8, 1.0)]).Select(bin => (bin.From, (int)bin.Rose, bin.Rose)));
    }

    [Fact]
    public void Calibration_MendsAModelThatIsTooSure()
    {
        var random = new SeededRandom(7);
        List<(double Chance, double Label)> judged = [.. Enumerable.Range(0, 5000).Select(_ =>
        {
            var odds = 3 * random.Normal();
            return (1 / (1 + Math.Exp(-odds)), random.Share() < 1 / (1 + Math.Exp(-odds / 3)) ? 1.0 : 0);
        })];

        var line = Calibration.Fit("m", judged);

        Assert.InRange(line.Slope, 0.29, 0.38);
        Assert.InRange(line.Shift, -0.1, 0.1);
        Assert.True(line.Probability(0.99) < 0.9);
    }

    [Fact]
    public void Profile_ShowsAShift_AndNoneWhereThereIsNone()
    {
        var rows = Rows(5000, _ => 0, 1, perDay: 20);
        var profile = FeatureProfile.Of(rows);
        var moved = rows.Select(row => row with { Values = [row.Values[0] + 1, .. row.Values[1..]] }).ToList();

        var shifts = profile.Shift(moved);

        Assert.True(shifts[0] > FeatureProfile.Large);
        Assert.All(shifts.Skip(1), shift => Assert.True(shift < 0.01));
        Assert.All(profile.Shift(rows), shift => Assert.True(shift < 0.01));
        Assert.Equal(["return1"], profile.Drifted(moved));
        Assert.Empty(profile.Drifted(rows.Take(400).ToList()));
    }

    [Fact]
    public void Features_KnowNothingOfLaterBars_AndTheirFingerprintIsThatOfTheInputs()
    {
        var whole = Panel(0.3);
        var shorter = Panel(0.3, cut: 40);
        var (table, part) = (FeatureTable.Of(whole, 5), FeatureTable.Of(shorter, 5));

        Assert.All(part.Rows, row => Assert.Equal(row.Values, table.Rows.Single(one => one.Date == row.Date && one.Symbol == row.Symbol).Values));
        Assert.Equal(table.Fingerprint, FeatureTable.Of(Panel(0.3), 5).Fingerprint);
        Assert.NotEqual(table.Fingerprint, part.Fingerprint);
        Assert.NotEqual(table.Fingerprint, FeatureTable.Of(whole, 6).Fingerprint);
        Assert.Equal(5 * 6, table.Rows.Count - table.Known.Count);
        Assert.Equal(6, table.Last.Count);
    }

    [Fact]
    public void Cut_LeavesTheHorizonBetweenLearningAndJudging()
    {
        var table = FeatureTable.Of(Panel(0), 10);

        var cut = Cut.Of(table, 60);

        Assert.True(cut.Train.Max(row => row.Day) + 10 < cut.Held.Min(row => row.Day));
        Assert.Equal(60, cut.Held.Select(row => row.Day).Distinct().Count());
        Assert.All(Folds.Of(table, 4), fold => Assert.True(fold.Train.Max(row => row.Day) + 10 < fold.Held.Min(row => row.Day)));
        Assert.Equal(4, Folds.Of(table, 4).Count());
    }

    [Fact]
    public void Contest_IsWonByTheBetterOneOnly()
    {
        var rows = Rows(600, values => values[0] > 0 ? 1 : -1, 0, perDay: 6);
        double Good(FeatureRow row) => row.Values[0] > 0 ? 0.9 : 0.1;

        Assert.True(Contest.Of(rows, 1, Good, _ => 0.5).IsWon);
        Assert.False(Contest.Of(rows, 1, _ => 0.5, Good).IsWon);
        Assert.False(Contest.Of(rows, 1, Good, Good).IsWon);
        Assert.False(Contest.Of(rows.Take(30).ToList(), 1, Good, _ => 0.5).IsWon); // five dates are too few
        Assert.Equal(20, Contest.Of(rows, 5, Good, _ => 0.5).Dates);
    }

    private static List<FeatureRow> Rows(int count, Func<double[], double> followed, double noise, int perDay = 1)
    {
        var random = new SeededRandom(2);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var values = Enumerable.Range(0, FeatureTable.Names.Count).Select(_ => random.Normal()).ToArray();
            return new FeatureRow(i / perDay, new DateOnly(2020, 1, 1).AddDays(i / perDay), $"S{i % perDay}", values, followed(values) + (noise * random.Normal()));
        })];
    }

    private static PricePanel Panel(double back, int cut = 0) => PricePanel.Of(
        [.. LearningScene.Symbols(back, 300).Select(pair => new BarSeries(new(pair.Key, BarInterval.Day, Adjustment.All, "test"), pair.Value[..^cut]))], 1000);
}
