namespace Kobe.Plugins.Monitoring.Facts;

/// <summary>What a look at facts publishes.</summary>
/// <param name="Ok">Whether each is there and young enough.</param>
/// <param name="Open">Those that are not, by name.</param>
/// <param name="OldestSeconds">The age of the oldest; null when none was ever published.</param>
/// <param name="Facts">All that were looked at.</param>
internal sealed record FactsSight(
    bool Ok, IReadOnlyList<string> Open, long? OldestSeconds, IReadOnlyList<FactAge> Facts);
