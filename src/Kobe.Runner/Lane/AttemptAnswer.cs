using Kobe.Contracts;

namespace Kobe.Runner.Lane;

/// <summary>How an order ended.</summary>
internal sealed record AttemptAnswer(AttemptEnd End)
{
    public string? Reason { get; init; }

    public string? Error { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>A JSON object, or null when there is nothing to show.</summary>
    public string? Evidence { get; init; }

    /// <summary>JSON values by name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = NoFacts;

    public ReconcileAnswer? Reconciled { get; init; }

    /// <summary>What the handler's clock showed at the end, in a replay.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The process isn't to be trusted with another order.</summary>
    public bool Spent { get; init; }

    private static readonly Dictionary<string, string> NoFacts = [];
}
