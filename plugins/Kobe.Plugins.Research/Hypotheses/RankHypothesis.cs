namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>The symbols, or sectors, with the highest score do better than those with the lowest.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Claim">The idea.</param>
/// <param name="Score">The score of a symbol at a close; NaN for none.</param>
/// <param name="Sessions">Over how many sessions they are held.</param>
/// <param name="IsBySector">Whether sectors are ranked, by the mean score of their symbols.</param>
internal sealed record RankHypothesis(
    string Name, string Claim, Func<SymbolMark, double> Score, int Sessions, bool IsBySector = false)
    : Hypothesis(Name, Claim)
{
    // A third of fewer is less than one.
    private const int GroupsMin = 3;

    /// <inheritdoc/>
    public override Samples Draw(StudyMarket market)
    {
        var panel = market.Panel;
        var days = Enumerable.Range(0, panel.Count).Select(symbol => new SymbolDays(panel, symbol)).ToArray();
        var sectors = panel.Symbols.Select(market.SectorOf).ToArray();
        var differences = new List<double>();
        for (var day = 1; day + Sessions < panel.Days; day += Sessions)
        {
            var ranked = Groups(days, sectors, day);
            if (ranked.Count < GroupsMin)
            {
                continue;
            }

            ranked.Sort((one, other) => one.Score.CompareTo(other.Score));
            var third = Math.Max(1, ranked.Count / 3);
            differences.Add(
                ranked.TakeLast(third).Average(group => group.Followed)
                - ranked.Take(third).Average(group => group.Followed));
        }

        return new(differences, []);
    }

    private List<(double Score, double Followed)> Groups(SymbolDays[] days, string[] sectors, int day)
    {
        var scored = new List<(string Sector, double Score, double Followed)>();
        for (var i = 0; i < days.Length; i++)
        {
            var mark = new SymbolMark(days[i], day);
            var (score, followed) = (Score(mark), mark.Earlier(-Sessions).Change(Sessions));
            if (double.IsFinite(score) && double.IsFinite(followed) && (!IsBySector || sectors[i].Length > 0))
            {
                scored.Add((sectors[i], score, followed));
            }
        }

        return !IsBySector
            ? scored.ConvertAll(one => (one.Score, one.Followed))
            : [.. scored.GroupBy(one => one.Sector).Select(group =>
                (group.Average(one => one.Score), group.Average(one => one.Followed)))];
    }
}
