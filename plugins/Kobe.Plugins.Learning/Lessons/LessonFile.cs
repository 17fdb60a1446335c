namespace Kobe.Plugins.Learning.Lessons;

/// <summary>The lessons of one way to put trades together.</summary>
/// <param name="Source">Where the prices come from.</param>
/// <param name="Synthetic">Whether they were made up.</param>
/// <param name="Date">When they were last looked for.</param>
/// <param name="Trades">How many trades there were.</param>
/// <param name="Lessons">What was learnt, also what was learnt earlier.</param>
internal sealed record LessonFile(
    string Source, bool Synthetic, string Date, int Trades, IReadOnlyList<Lesson> Lessons)
{
    /// <summary>Puts what was found today to what was known: found on another date it counts once more.</summary>
    public static IReadOnlyList<Lesson> Merged(IReadOnlyList<Lesson> known, IReadOnlyList<Lesson> found) =>
    [
        .. known.Where(old => found.All(fresh => fresh.Name != old.Name))
            .Concat(found.Select(fresh => known.FirstOrDefault(old => old.Name == fresh.Name) is { } old
                ? fresh with { Since = old.Since, Seen = old.Last == fresh.Last ? old.Seen : old.Seen + 1 } : fresh))
            .OrderBy(lesson => lesson.Name, StringComparer.Ordinal),
    ];
}
