namespace Kobe.Plugins.Monitoring.LogLines;

/// <summary>What a look at the log publishes.</summary>
/// <param name="Ok">Whether there were no more lines than usual.</param>
/// <param name="Open">What is wrong, by id.</param>
/// <param name="Count">How many lines there were of the level and worse.</param>
/// <param name="Looked">How many lines of the time were read.</param>
/// <param name="Sources">How many each part of the program wrote.</param>
/// <param name="Last">The last of them; null without one.</param>
internal sealed record LogSight(
    bool Ok, IReadOnlyList<string> Open, int Count, int Looked, SortedDictionary<string, int> Sources, string? Last);
