namespace Kobe.Plugins.Monitoring.Digest;

/// <summary>How a task did on a day.</summary>
/// <param name="Task">The row's id.</param>
/// <param name="Occurrences">How many times it fell due.</param>
/// <param name="Starts">How many times its handler was called, retries included.</param>
/// <param name="Outcomes">How its occurrences ended, by final state; those without an end yet are
/// <c>pending</c>.</param>
/// <param name="DurationMs">How long the calls took; null without any.</param>
/// <param name="LatenessMs">How late first starts were; null without any.</param>
internal sealed record TaskDigest(
    string Task,
    long Occurrences,
    long Starts,
    IReadOnlyDictionary<string, long> Outcomes,
    Percentiles? DurationMs,
    Percentiles? LatenessMs);
