using Kobe.Desk.Studies;

namespace Kobe.Desk.Tests.Studies;

/// <summary>Tests of means against tables and against the long way round.</summary>
public class MeanTestTests
{
    [Theory] // critical values of printed tables of Student's distribution, two-sided
    [InlineData(12.706, 1, 0.05)]
    [InlineData(2.228, 10, 0.05)]
    [InlineData(3.169, 10, 0.01)]
    [InlineData(2.042, 30, 0.05)]
    [InlineData(1.960, 1e6, 0.05)]
    [InlineData(-2.228, 10, 0.05)]
    [InlineData(0, 10, 1)]
    public void StudentCurve_IsThePrintedTable(double t, double freedom, double p) =>
        Assert.Equal(p, StudentCurve.TwoSided(t, freedom), 4);

    [Fact]
    public void StudentCurve_HasNoAnswer_WithoutFreedomOrValue()
    {
        Assert.True(double.IsNaN(StudentCurve.TwoSided(double.NaN, 5)));
        Assert.True(double.IsNaN(StudentCurve.TwoSided(1, 0)));
        Assert.Equal(0, StudentCurve.TwoSided(double.PositiveInfinity, 5));
    }

    [Fact]
    public void OneMean_IsReckonedByHand()
    {
        // Mean 3, deviation √2.5, five numbers: t = 3 / (√2.5 / √5) = 4.2426.
        var test = MeanTest.OfOne([1, 2, 3, 4, 5]);

        Assert.Equal((5, 0, 3.0), (test.Count, test.OtherCount, test.Mean));
        Assert.Equal(4.2426, test.T, 4);
        Assert.Equal(0.0132, test.P, 4);
    }

    [Fact]
    public void TwoMeans_AreThoseOfWelch()
    {
        // Means 3 and 6, squares of errors 0.5 and 2: t = −3 / √2.5, 5.88 degrees of freedom.
        var test = MeanTest.OfTwo([1, 2, 3, 4, 5], [2, 4, 6, 8, 10]);

        Assert.Equal(-1.8974, test.T, 4);
        Assert.Equal(0.1075, test.P, 3);
        Assert.Equal(-3, test.Distance, 12);
    }

    [Fact]
    public void MeanOfNumbersThatDoNotMove_HasNoProbability() =>
        Assert.True(double.IsNaN(MeanTest.OfOne([2, 2, 2]).P));

    [Fact]
    public void FalseDiscovery_IsBenjaminisAndHochbergs()
    {
        Assert.Equal([0.02, 0.04, 0.04, 0.02], FalseDiscovery.Adjust([0.01, 0.04, 0.03, 0.005]).Select(p => Math.Round(p, 6)));
        Assert.Equal([1, 0.002], FalseDiscovery.Adjust([double.NaN, 0.001]).Select(p => Math.Round(p, 6)));
        Assert.Empty(FalseDiscovery.Adjust([]));
    }
}
