namespace Kobe.Plugins.Research.Universes;

/// <summary>Which symbols are worth trading.</summary>
internal static class UniverseRule
{
    /// <summary>Picks those that are liquid, dear and fresh enough, what trades most first.</summary>
    /// <param name="candidates">What there is.</param>
    /// <param name="rule">The limits.</param>
    /// <param name="freshTicks">Bars that ended before this are stale.</param>
    /// <param name="quarantined">Symbols whose bars are in doubt.</param>
    public static IReadOnlyList<Candidate> Pick(
        IEnumerable<Candidate> candidates, UniverseArguments rule, long freshTicks,
        IReadOnlyCollection<string> quarantined) =>
        [
            .. candidates
                .Where(one => one.Price >= rule.MinPrice && one.DollarVolume >= rule.MinDollarVolume
                    && one.Bars >= rule.Days && one.LastTicks >= freshTicks && !quarantined.Contains(one.Symbol))
                .OrderByDescending(one => one.DollarVolume).ThenBy(one => one.Symbol, StringComparer.Ordinal)
                .Take(rule.Max),
        ];
}
