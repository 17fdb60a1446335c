using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>What the views show of the ledger. Lists are copies, so that the loop may go on.</summary>
/// <param name="Tasks">The last run of each task, by id.</param>
/// <param name="Facts">The last value of each fact, by name.</param>
/// <param name="Discoveries">The last discoveries, oldest first.</param>
internal sealed record BrainRecords(
    IReadOnlyList<TaskRecord> Tasks, IReadOnlyList<LastFact> Facts, IReadOnlyList<FoundDiscovery> Discoveries)
{
    public static BrainRecords Empty { get; } = new([], [], []);
}
