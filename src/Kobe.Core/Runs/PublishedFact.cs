namespace Kobe.Core.Runs;

/// <summary>A small named value that an attempt published.</summary>
/// <param name="Name">As the handler declared it, in the form of a task id.</param>
/// <param name="Value">The value.</param>
public sealed record PublishedFact(string Name, JsonText Value);
