using Kobe.Core.Runs;
using Kobe.Core.Schedules;
using Kobe.Simulation.Reporting;

namespace Kobe.Simulation.Laws;

/// <summary>What the laws know of one key: what the journal said, and what the handler and the outside saw.</summary>
/// <remarks>Used again for another key: tens of thousands live for ten dates, which a collection moves again and
/// again.</remarks>
internal sealed class KeyRecord
{
    /// <summary>What the journal says; a power cut takes back what was not durable.</summary>
    public JournalledKey Journal;

    public OccurrenceKey Key { get; private set; }

    /// <summary>Its key as a number, for the digest.</summary>
    public long Print { get; private set; }

    /// <summary>The start number of the last call of its handler: no crash takes that back.</summary>
    public int Called { get; set; }

    /// <summary>How often the outside saw its effect.</summary>
    public int Effects { get; set; }

    /// <summary>Whether a person let it run again: attempts are theirs to give.</summary>
    public bool Rerun { get; set; }

    /// <summary>When it was queued, by the monotonic clock; for how fast it starts.</summary>
    public TimeSpan QueuedMono { get; set; }

    /// <summary>Whether anything since then may rightly keep it from starting.</summary>
    public bool Excused { get; set; }

    public ScheduledTask? Task { get; set; }

    public TaskTally? Tally { get; set; }

    /// <summary>Begins the life of a key; what was known of another is gone.</summary>
    public void Begin(in OccurrenceKey key)
    {
        Key = key;
        Print = OrderLog.PrintOf(key);
        Journal = default;
        Called = Effects = 0;
        Rerun = Excused = false;
        QueuedMono = default;
        Task = null;
        Tally = null;
    }
}
