namespace Kobe.Plugins.Monitoring.Failures;

/// <summary>What a look at ends publishes.</summary>
/// <param name="Ok">Whether the limit was kept.</param>
/// <param name="Open">What is wrong, by id.</param>
/// <param name="Ends">How many occurrences ended.</param>
/// <param name="Count">How many of them ended in the counted ways.</param>
/// <param name="Percent">Their share.</param>
/// <param name="Tasks">The tasks with most of them.</param>
internal sealed record FailuresSight(
    bool Ok, IReadOnlyList<string> Open, long Ends, long Count, double Percent, IReadOnlyList<TaskCount> Tasks);
