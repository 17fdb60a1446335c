using Kobe.Plugins.Monitoring.Failures;

namespace Kobe.Plugins.Monitoring.Retries;

/// <summary>What a look at retries publishes.</summary>
/// <param name="Ok">Whether the limit was kept.</param>
/// <param name="Open">What is wrong, by id.</param>
/// <param name="Successes">How many occurrences succeeded.</param>
/// <param name="Retried">How many of them needed more than one attempt.</param>
/// <param name="Tasks">Those with most of them, and what their first attempts said.</param>
internal sealed record RetrySight(
    bool Ok, IReadOnlyList<string> Open, long Successes, long Retried, IReadOnlyList<TaskCount> Tasks);
