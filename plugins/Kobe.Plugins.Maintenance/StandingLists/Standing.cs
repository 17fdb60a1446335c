namespace Kobe.Plugins.Maintenance.StandingLists;

/// <summary>What reviewing a list publishes.</summary>
/// <param name="Ok">Whether nothing stands on it for too long, and not too much.</param>
/// <param name="Open">What does.</param>
/// <param name="Since">Since which date each entry stands on it.</param>
internal sealed record Standing(
    bool Ok, IReadOnlyList<string> Open, SortedDictionary<string, DateOnly> Since)
{
    /// <summary>The list of today, with the dates that are known of it.</summary>
    public static SortedDictionary<string, DateOnly> Dates(
        IEnumerable<string> entries, SortedDictionary<string, DateOnly>? before, DateOnly today)
    {
        var since = new SortedDictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            since[entry] = before?.TryGetValue(entry, out var known) == true ? known : today;
        }

        return since;
    }
}
