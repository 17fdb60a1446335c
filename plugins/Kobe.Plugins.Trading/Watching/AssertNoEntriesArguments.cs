using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>Which part of today is looked at.</summary>
/// <param name="Phase">The phase.</param>
public sealed record AssertNoEntriesArguments(
    [Argument("The phase of today in which no entry may have been sent, such as OPENING.")]
    Phase Phase = Phase.OPENING);
