using Kobe.Core.Runs;

namespace Kobe.Replay.Cards;

/// <summary>One occurrence of a replayed day, as far as the replay determines it.</summary>
internal sealed class ReplayedRun(OccurrenceKey key, DateTimeOffset due)
{
    public OccurrenceKey Key { get; } = key;

    /// <summary>When it fell due (UTC).</summary>
    public DateTimeOffset Due { get; } = due;

    /// <summary>When it was started (UTC), in order.</summary>
    public List<DateTimeOffset> Starts { get; } = [];

    /// <summary>How it ended; null while it is open.</summary>
    public FinalState? Final { get; set; }

    /// <summary>When it ended (UTC); null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Whether it waits for a person.</summary>
    public bool IsHeld { get; set; }
}
