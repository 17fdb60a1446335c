using Kobe.Core.Runs;

namespace Kobe.Core.Planning.Deciding;

/// <summary>What becomes of an occurrence: it queues, or it ends here with a reason.</summary>
/// <param name="Queues">Whether it queues.</param>
/// <param name="State">Its final state, when it does not.</param>
/// <param name="Reason">Why, for people; null when it queues.</param>
/// <param name="Into">The occurrence that stands for it, when coalesced.</param>
public readonly record struct Decision(bool Queues, FinalState State, string? Reason, OccurrenceKey? Into)
{
    /// <summary>It queues.</summary>
    public static Decision Queue { get; } = new(true, default, null, null);

    /// <summary>It ends here.</summary>
    /// <param name="state">Its final state.</param>
    /// <param name="reason">Why.</param>
    /// <param name="into">The occurrence that stands for it.</param>
    public static Decision End(FinalState state, string reason, OccurrenceKey? into = null) =>
        new(false, state, reason, into);
}
