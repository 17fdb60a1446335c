using Kobe.Core.Runs;
using Kobe.Logging;

namespace Kobe.Brain;

/// <summary>Tells log, watchers and counters of what was written, at the end of the turn in which it was.</summary>
/// <remarks>By then it is durable, and what started is on its way: nobody who runs waits for those who watch.</remarks>
internal sealed class Announcer(Log log, EventFeed feed, BrainMetrics metrics, Action<RunEvent>? ended)
{
    private readonly List<JournalEntry> _written = [];

    /// <summary>An event was written.</summary>
    public void Note(long seq, RunEvent what) => _written.Add(new(seq, what));

    /// <summary>A turn is over.</summary>
    public void Tell()
    {
        foreach (var (seq, what) in _written)
        {
            EventLog.Write(log, what);
            ended?.Invoke(what);
            metrics.Count(what);
            if (FeedItem.Of(seq, what) is { } item)
            {
                feed.Publish(item);
            }
        }

        _written.Clear();
    }
}
