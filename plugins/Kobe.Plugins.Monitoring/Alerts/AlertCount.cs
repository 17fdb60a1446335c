namespace Kobe.Plugins.Monitoring.Alerts;

/// <summary>What a look at the alerts publishes.</summary>
/// <param name="Ok">Whether the limits were kept.</param>
/// <param name="Open">What is wrong, by id.</param>
/// <param name="Count">How many there are.</param>
/// <param name="OldestSeconds">The age of the oldest; null when there is none.</param>
/// <param name="Channels">How many by channel, or by level where no channel counts.</param>
internal sealed record AlertCount(
    bool Ok, IReadOnlyList<string> Open, int Count, long? OldestSeconds, SortedDictionary<string, int> Channels);
