using Kobe.Plugins.Trading.Desks;
using Kobe.Plugins.Trading.Plans;
using Kobe.Plugins.Trading.Signals;

namespace Kobe.Desk.Tests.Plugins.Trading;

/// <summary>Budget, size, rank and quality of a day's ideas: pure decisions.</summary>
public class PlanningTests
{
    private static readonly RiskBudget Budget = new("2026-11-23", 100_000m, 2_000m, 500m, 10, 0.9m, 1m, "");
    private static readonly DayPlanArguments Usual = new();

    [Theory]
    // price stop  risk  room      shares
    [InlineData(100, 95, 500, 50_000, 100)]
    [InlineData(100, 95, 500, 5_050, 50)]
    [InlineData(100, 95, 4, 50_000, 0)]
    [InlineData(100, 100, 500, 50_000, 0)]
    [InlineData(100, 101, 500, 50_000, 0)]
    [InlineData(100, 95, 500, 0, 0)]
    public void Size_LosesTheRiskAtTheStop_WithinTheRoom(double price, double stop, double risk, double room, long shares) =>
        Assert.Equal(shares, Sizing.Shares((decimal)price, (decimal)stop, (decimal)risk, (decimal)room));

    [Theory]
    [InlineData("", 100_000, 500, 1)]
    [InlineData("BULL", 100_000, 500, 1)]
    [InlineData("BEAR", 100_000, 250, 0.5)]
    [InlineData("CHOP", 100_000, 375, 0.75)]
    [InlineData("BULL", 94_000, 235, 0.5)] // six percent below the top
    public void Budget_IsSmallerInBearMarketsAndBelowTheTop(string regime, double equity, double risk, double scale)
    {
        var budget = RiskBudget.Of("2026-11-23", (decimal)equity, new DayMoney((decimal)equity, 100_000), regime, 0.6m, new());

        Assert.Equal(((decimal)risk, (decimal)scale, 0.6m), (budget.TradeRisk, budget.Scale, budget.ExposureCap));
        Assert.Equal((decimal)equity * 0.02m, budget.LossLimit);
    }

    [Fact]
    public void Ideas_TakeTurnsByStrategy_UnlessAModelKnowsBetter()
    {
        Idea[] ideas = [One("A", "trend-pullback", 9), One("B", "trend-pullback", 8), One("C", "mean-reversion", 1)];

        Assert.Equal(["C", "A", "B"], Symbols(ideas));
        Assert.Equal(["B", "C", "A"], Symbols(ideas, probabilities: new() { ["B"] = 0.9, ["C"] = 0.6, ["A"] = 0.5 }));
    }

    [Fact]
    public void WhatIsTurnedDown_HasItsReason()
    {
        Idea[] ideas =
        [
            One("HELD", "trend-pullback", 9), One("STALE", "trend-pullback", 8), One("POOR", "trend-pullback", 7) with { Target = 101 },
            One("WEAK", "trend-pullback", 6), One("S1", "trend-pullback", 5), One("S2", "trend-pullback", 4), One("S3", "trend-pullback", 3),
        ];
        var (chosen, down) = Planning.Make(
            Input(ideas, new() { ["WEAK"] = 0.1 }) with
            {
                Held = new HashSet<string> { "HELD" },
                Blocked = new Dictionary<string, string> { ["STALE"] = "its data are stale" },
            },
            Usual);

        Assert.Equal(["S1", "S2"], chosen.Select(idea => idea.Symbol));
        Assert.Equal(
            ["WEAK: its probability 0.1 lies below 0.4", "HELD: it is held already", "STALE: its data are stale",
             "POOR: the gain is 0.2 times the risk, below 1", "S3: 2 ideas of the sector energy are in the plan already"],
            down.Select(one => $"{one.Symbol}: {one.Why}"));
    }

    [Fact]
    public void Breakouts_AreNotBoughtInABearMarket()
    {
        var (chosen, down) = Planning.Make(Input([One("A", "momentum-breakout", 1), One("B", "mean-reversion", 1)]) with { Regime = "BEAR" }, Usual);

        Assert.Equal("B", Assert.Single(chosen).Symbol);
        Assert.Equal("breakouts fail in a bear market", Assert.Single(down).Why);
    }

    [Fact]
    public void Plan_NeverHoldsMoreThanTheBudget()
    {
        var ideas = Enumerable.Range(0, 20).Select(i => One($"S{i}", "trend-pullback", i) with { Sector = "", Stop = 99.9m }).ToArray();
        var (chosen, _) = Planning.Make(Input(ideas) with { Invested = 60_000 }, Usual with { Max = 20 });

        Assert.InRange(chosen.Sum(idea => idea.Quantity * idea.Entry), 1, 30_000);
        Assert.All(chosen, idea => Assert.InRange(idea.Quantity * idea.Entry, 1, 12_000));
    }

    [Fact]
    public void Seal_BreaksWhenAnIdeaIsChanged()
    {
        var (ideas, _) = Planning.Make(Input([One("A", "mean-reversion", 1)]), Usual);
        var plan = DayPlan.Of("2026-11-23", ideas);

        Assert.True(plan.IsWhole());
        Assert.False((plan with { Ideas = [ideas[0] with { Quantity = ideas[0].Quantity + 1 }] }).IsWhole());
    }

    private static string[] Symbols(Idea[] ideas, Dictionary<string, double>? probabilities = null) =>
        [.. Planning.Make(Input(ideas, probabilities), Usual with { PerSector = 9 }).Ideas.Select(idea => idea.Symbol)];

    private static PlanInput Input(Idea[] ideas, Dictionary<string, double>? probabilities = null) => new(
        "2026-11-23", ideas, Budget, new HashSet<string>(), 0, new Dictionary<string, string>(), probabilities ?? [], "");

    private static Idea One(string symbol, string strategy, double score) => new(symbol, strategy, "buy", 100, 95, null, score, "energy");
}
