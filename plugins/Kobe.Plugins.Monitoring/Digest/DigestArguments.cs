using Kobe.Contracts;

namespace Kobe.Plugins.Monitoring.Digest;

/// <summary>Which day, and how much of it.</summary>
/// <param name="State">The state directory.</param>
/// <param name="Date">The civil date of the occurrences.</param>
/// <param name="TasksMax">How many tasks are told one by one; those with failures come first; at most
/// 100.</param>
public sealed record DigestArguments(
    [Argument("The state directory; the brain's own when it isn't given.")] string? State = null,
    [Argument("The day; the day before the due time in the market's zone when it isn't given.")] DateOnly? Date = null,
    [Argument("How many tasks are told one by one, at most 100.", Unit = "tasks")] int TasksMax = 60);
