namespace Kobe.Plugins.Monitoring.Coverage;

/// <summary>What a look at a date's account publishes.</summary>
/// <param name="Ok">Whether everything that fell due has an end.</param>
/// <param name="Open">What has none although its time is over.</param>
/// <param name="Date">The date.</param>
/// <param name="Planned">How many occurrences fell due.</param>
/// <param name="Final">How they ended, by final state.</param>
/// <param name="Pending">How many have no end yet.</param>
/// <param name="Tasks">How many tasks had one, of so many enabled.</param>
/// <param name="Enabled">How many tasks are enabled.</param>
internal sealed record CoverageSight(
    bool Ok,
    IReadOnlyList<string> Open,
    string Date,
    long Planned,
    SortedDictionary<string, long> Final,
    long Pending,
    int Tasks,
    int Enabled);
