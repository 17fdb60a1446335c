using System.Text.Json;
using Kobe.Contracts;

namespace Kobe.Runner.Lane;

/// <summary>What the brain wants done: one attempt, or one question about an attempt in doubt.</summary>
internal sealed record AttemptOrder
{
    /// <summary>Numbers the orders of one runner, so that an answer can't be taken for another's.</summary>
    public required long Ticket { get; init; }

    /// <summary>Why the attempt is in doubt, when the handler is asked to reconcile; null for a run.</summary>
    public string? InDoubt { get; init; }

    public required string Handler { get; init; }

    public required string Key { get; init; }

    public required string Task { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset Deadline { get; init; }

    public required int Attempt { get; init; }

    public required int Start { get; init; }

    public required JsonElement Arguments { get; init; }

    public required MarketContext Market { get; init; }

    /// <summary>The time that the handler's clock shows in a replay; null: the machine's clock.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>When the brain would kill it, by the clock of a replay; null: at the deadline.</summary>
    public DateTimeOffset? KillAt { get; init; }
}
