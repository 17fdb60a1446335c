using System.Collections.Immutable;

namespace Kobe.Contracts;

/// <summary>What an attempt can show for itself. It is journalled with the outcome, at most 64 KiB as JSON.</summary>
public sealed record Evidence
{
    /// <summary>Nothing to show.</summary>
    public static Evidence None { get; } = new();

    /// <summary>How many of each kind were handled, such as <c>rows: 1520</c>.</summary>
    public ImmutableSortedDictionary<string, long> Counts { get; init; } =
        ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>The files that were written.</summary>
    public ImmutableArray<Output> Outputs { get; init; } = [];

    /// <summary>What things are called elsewhere, such as <c>order: 61e69015</c>, in the order in which they came
    /// up.</summary>
    public ImmutableArray<ExternalId> Ids { get; init; } = [];

    /// <summary>Adds a count, or replaces the one of that name.</summary>
    /// <param name="name">What was counted.</param>
    /// <param name="count">How many.</param>
    /// <returns>The evidence with it.</returns>
    public Evidence WithCount(string name, long count) => this with { Counts = Counts.SetItem(name, count) };

    /// <summary>Adds a file that was written.</summary>
    /// <param name="output">The file.</param>
    /// <returns>The evidence with it.</returns>
    public Evidence WithOutput(Output output) => this with { Outputs = Outputs.Add(output) };

    /// <summary>Adds the name of a thing elsewhere.</summary>
    /// <param name="kind">What sort of thing, such as <c>order</c>.</param>
    /// <param name="id">Its name there.</param>
    /// <returns>The evidence with it.</returns>
    public Evidence WithId(string kind, string id) => this with { Ids = Ids.Add(new(kind, id)) };
}
