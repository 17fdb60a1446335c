using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>What is stale.</summary>
/// <param name="Stale">Age of an entry.</param>
public sealed record PollArguments(
    [Argument("Entries that have worked for so long without being filled are named.", Default = "10m")]
    TimeSpan Stale);
