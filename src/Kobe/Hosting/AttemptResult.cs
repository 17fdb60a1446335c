using Kobe.Contracts;
using Kobe.Core.Runs;

namespace Kobe.Hosting;

/// <summary>How a start ended.</summary>
/// <param name="Key">The occurrence's key.</param>
/// <param name="Start">The key's start number.</param>
/// <param name="Outcome">How it ended.</param>
internal sealed record AttemptResult(OccurrenceKey Key, int Start, AttemptOutcome Outcome)
{
    /// <summary>Why, when it isn't an error.</summary>
    public string? Reason { get; init; }

    /// <summary>What went wrong, in a sentence.</summary>
    public string? Error { get; init; }

    /// <summary>When a snoozed one wants to run (UTC).</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What the handler can show, a JSON object; null when nothing.</summary>
    public string? Evidence { get; init; }

    /// <summary>The facts it published: JSON values by name, in the order of the names.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = NoFacts;

    /// <summary>What it found, also when it failed later.</summary>
    public IReadOnlyList<Discovery> Discoveries { get; init; } = [];

    /// <summary>What a handler answered about an attempt in doubt.</summary>
    public Kobe.Contracts.ReconcileAnswer? Answer { get; init; }

    /// <summary>What the handler's clock showed at the end, in a replay.</summary>
    public DateTimeOffset? Now { get; init; }

    private static readonly Dictionary<string, string> NoFacts = [];
}
