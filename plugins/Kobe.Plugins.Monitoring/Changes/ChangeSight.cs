namespace Kobe.Plugins.Monitoring.Changes;

/// <summary>What a look at changes by people publishes.</summary>
/// <param name="Ok">Whether there were no more than usual.</param>
/// <param name="Open">What is wrong, by id.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Verbs">How many of each kind.</param>
/// <param name="Last">The last of them, oldest first.</param>
internal sealed record ChangeSight(
    bool Ok, IReadOnlyList<string> Open, int Count, SortedDictionary<string, int> Verbs,
    IReadOnlyList<PersonsChange> Last);
