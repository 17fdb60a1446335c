using System.Text.Json;
using Kobe.Core.Runs;

namespace Kobe.Hosting;

/// <summary>One attempt to be made, or one attempt in doubt to be asked about.</summary>
internal sealed record AttemptRequest
{
    /// <summary>The occurrence's key.</summary>
    public required OccurrenceKey Key { get; init; }

    /// <summary>The id of the schedule's row.</summary>
    public string Task => Key.Task;

    /// <summary>The handler's name.</summary>
    public required string Handler { get; init; }

    /// <summary>The key's start number.</summary>
    public required int Start { get; init; }

    /// <summary>The attempt's number.</summary>
    public required int Attempt { get; init; }

    /// <summary>When the occurrence fell due (UTC).</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When the brain will cancel it (UTC); handlers see it, the host doesn't act on it.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>What the market does now.</summary>
    public required MarketMoment Market { get; init; }

    /// <summary>The row's arguments, an object. Texts are read like a schedule's scalars.</summary>
    public JsonElement Arguments { get; init; }

    /// <summary>The facts that the handler may read. Give the same instance again when nothing has changed.</summary>
    public IReadOnlyDictionary<string, FactValue> Facts { get; init; } = NoFacts;

    /// <summary>Why the attempt is in doubt, to ask the handler about it; null to run it.</summary>
    public string? InDoubt { get; init; }

    /// <summary>The time of a replay; null: the machine's time.</summary>
    public ReplayTime? Replay { get; init; }

    private static readonly Dictionary<string, FactValue> NoFacts = [];
}
