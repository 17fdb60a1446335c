using Kobe.Desk.Studies;

namespace Kobe.Plugins.Learning.Lessons;

/// <summary>Trades with something in common that do better or worse than all others, with the evidence.</summary>
/// <param name="By">By what they were put together.</param>
/// <param name="Name">What they have in common.</param>
/// <param name="Trades">How many.</param>
/// <param name="Mean">What they made for each dollar at risk, on the mean.</param>
/// <param name="Others">What all others made.</param>
/// <param name="Adjusted">The probability of chance, corrected for the number of groups.</param>
/// <param name="Since">The date on which it was first seen.</param>
/// <param name="Seen">On how many dates it was found anew.</param>
/// <param name="Last">The date on which it was last found.</param>
internal sealed record Lesson(
    string By, string Name, int Trades, double Mean, double Others, double Adjusted, string Since, int Seen,
    string Last)
{
    /// <summary>The least trades of a group.</summary>
    public const int TradesMin = 8;

    /// <summary>The probability of chance that is tolerated.</summary>
    public const double Level = 0.1;

    /// <summary>The rule to consider.</summary>
    public string Rule => Mean < 0
        ? $"Avoid {By} '{Name}': {Mean} R a trade against {Others} R."
        : $"Prefer {By} '{Name}': {Mean} R a trade against {Others} R.";

    /// <summary>Finds the groups that differ from all other trades by more than chance.</summary>
    /// <param name="by">By what trades are put together.</param>
    /// <param name="trades">The group and the multiple of each trade.</param>
    /// <param name="date">Today.</param>
    public static IReadOnlyList<Lesson> Of(
        string by, IReadOnlyList<(string Name, double Multiple)> trades, string date)
    {
        var groups = trades.GroupBy(trade => trade.Name).Where(group => group.Count() >= TradesMin)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key).ToList();
        var tests = groups.ConvertAll(name => MeanTest.OfTwo(
            [.. trades.Where(trade => trade.Name == name).Select(trade => trade.Multiple)],
            [.. trades.Where(trade => trade.Name != name).Select(trade => trade.Multiple)]));
        var adjusted = FalseDiscovery.Adjust(tests.ConvertAll(test => test.P));
        return
        [
            .. groups.Select((name, i) => new Lesson(
                by, name, tests[i].Count, Math.Round(tests[i].Mean, 3), Math.Round(tests[i].OtherMean, 3),
                Math.Round(adjusted[i], 5), date, 1, date)).Where(lesson => lesson.Adjusted < Level),
        ];
    }
}
