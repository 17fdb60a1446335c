using Kobe.Plugins.Trading.Signals;

namespace Kobe.Plugins.Trading.Plans;

/// <summary>Ranks candidates, turns the weak ones down with a reason, and sizes the rest; pure.</summary>
internal static class Planning
{
    /// <summary>Makes the plan.</summary>
    /// <param name="input">What it is made of.</param>
    /// <param name="arguments">The row's demands.</param>
    public static (IReadOnlyList<PlannedIdea> Ideas, IReadOnlyList<TurnedDown> TurnedDown) Make(
        PlanInput input, DayPlanArguments arguments)
    {
        var chosen = new List<PlannedIdea>();
        var down = new List<TurnedDown>();
        var room = (input.Budget.Equity * input.Budget.ExposureCap) - input.Invested;
        foreach (var idea in Ranked(input))
        {
            var most = Math.Min(room, input.Budget.Equity * (decimal)arguments.PositionMax / 100);
            var quantity = Sizing.Shares(idea.Entry, idea.Stop, input.Budget.TradeRisk, most);
            if (Problem(idea, quantity, chosen, input, arguments) is { } why)
            {
                down.Add(new(idea.Symbol, idea.Strategy, why));
                continue;
            }

            room -= quantity * idea.Entry;
            chosen.Add(new(
                idea.Symbol, idea.Strategy, SetupOf(idea.Strategy), quantity, idea.Entry, idea.Stop, idea.Target,
                input.Probabilities.TryGetValue(idea.Symbol, out var p) ? p : null, idea.Sector));
        }

        return (chosen, down);
    }

    /// <summary>The way in which a strategy's ideas are entered.</summary>
    public static string SetupOf(string strategy) => strategy switch
    {
        "mean-reversion" => "opening",
        "momentum-breakout" or "volatility-squeeze" => "primary",
        "trend-pullback" => "power",
        _ => "swing",
    };

    // Scores of different strategies can't be compared: by probability where a model gives one, else the best of each
    // strategy, then the second best of each.
    private static IEnumerable<Idea> Ranked(PlanInput input) =>
        from strategy in input.Ideas.GroupBy(idea => idea.Strategy, StringComparer.Ordinal)
        from ranked in strategy.OrderByDescending(idea => idea.Score).ThenBy(idea => idea.Symbol,
            StringComparer.Ordinal)
            .Index()
        orderby input.Probabilities.GetValueOrDefault(ranked.Item.Symbol, 0) descending, ranked.Index,
            ranked.Item.Strategy, ranked.Item.Symbol
        select ranked.Item;

    private static string? Problem(
        Idea idea, long quantity, List<PlannedIdea> chosen, PlanInput input, DayPlanArguments arguments)
    {
        var reward = idea.Target is { } target ? (target - idea.Entry) / (idea.Entry - idea.Stop) : (decimal?)null;
        var sector = chosen.Count(one => one.Sector == idea.Sector && one.Sector.Length > 0);
        return input.Held.Contains(idea.Symbol) ? "it is held already"
            : chosen.Exists(one => one.Symbol == idea.Symbol) ? "another strategy wants it and comes first"
            : input.Blocked.TryGetValue(idea.Symbol, out var blocked) ? blocked
            : input.Regime == "BEAR" && idea.Strategy is ("momentum-breakout" or "volatility-squeeze")
                ? "breakouts fail in a bear market"
            : reward < (decimal)arguments.RewardMin
                ? FormattableString.Invariant($"the gain is {reward:0.##} times the risk, below {arguments.RewardMin}")
            : input.Probabilities.TryGetValue(idea.Symbol, out var p) && p < arguments.ProbabilityMin
                ? FormattableString.Invariant($"its probability {p:0.##} lies below {arguments.ProbabilityMin}")
            : sector >= arguments.PerSector ? $"{sector} ideas of the sector {idea.Sector} are in the plan already"
            : chosen.Count >= arguments.Max ? $"the plan has its {arguments.Max} ideas"
            : input.Held.Count + chosen.Count >= input.Budget.PositionsMax
                ? $"{input.Budget.PositionsMax} positions are the most"
            : quantity < 1 ? "not one share fits into the risk and the room that is left"
            : null;
    }
}
