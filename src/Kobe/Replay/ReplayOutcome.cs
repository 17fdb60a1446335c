using Kobe.Replay.Cards;
using Kobe.Replay.Desk;
using Kobe.Simulation.Laws;

namespace Kobe.Replay;

/// <summary>What a replay came to.</summary>
/// <param name="Plan">What was asked.</param>
/// <param name="Folder">Its state directory.</param>
/// <param name="Cards">What became of each day.</param>
/// <param name="Laws">What was held against the laws of the simulation.</param>
/// <param name="Desk">The desk at the end of each day.</param>
/// <param name="DeskLaws">What was held against the laws of the desk.</param>
internal sealed record ReplayOutcome(
    ReplayPlan Plan, string Folder, DayCards Cards, LawCounts Laws, DeskBook Desk, DeskLaws DeskLaws)
{
    /// <summary>Whether it came to the end of its last day.</summary>
    public required bool IsFinished { get; init; }

    /// <summary>Where it stood when it began: the plan's beginning, or where it had been killed (UTC).</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>Where it stands (UTC).</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>How long that took, by the machine's clock.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>How long each handler really took, the longest in all first.</summary>
    public IReadOnlyList<HandlerTime> Times { get; init; } = [];

    /// <summary>Alerts that would have reached people.</summary>
    public int Alerts { get; init; }

    /// <summary>How often a law was broken.</summary>
    public long Broken => Laws.Broken + DeskLaws.Broken;

    /// <summary>Seconds of the replay in a second.</summary>
    public double Speed => Elapsed > TimeSpan.Zero ? (EndedAt - BeganAt) / Elapsed : 0;
}
