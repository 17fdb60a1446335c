namespace Kobe.Plugins.Monitoring.Waiting;

/// <summary>What a look at the queue publishes.</summary>
/// <param name="Ok">Whether the limits were kept.</param>
/// <param name="Open">What is wrong, by id.</param>
/// <param name="Count">How many wait.</param>
/// <param name="OldestSeconds">How long after its due time the oldest waits; null without one.</param>
/// <param name="For">What they wait for, and how many for each.</param>
internal sealed record WaitingSight(
    bool Ok, IReadOnlyList<string> Open, int Count, long? OldestSeconds, SortedDictionary<string, int> For);
