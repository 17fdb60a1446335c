using System.Threading.Channels;

namespace Kobe.Brain;

/// <summary>Tells watchers what happens, as it happens. Who publishes never waits; who is too slow is let go.</summary>
internal sealed class EventFeed
{
    // What a watcher may fall behind before it has to come again and say where it was.
    private const int BehindMax = 1024;

    /// <summary>How many may watch at a time: each holds a connection.</summary>
    public const int WatchersMax = 64;

    private readonly Lock _gate = new();
    private readonly List<Channel<FeedItem>> _watchers = [];

    /// <summary>Tells everybody who watches.</summary>
    public void Publish(FeedItem item)
    {
        lock (_gate)
        {
            for (var i = _watchers.Count - 1; i >= 0; i--)
            {
                if (!_watchers[i].Writer.TryWrite(item))
                {
                    _watchers[i].Writer.Complete();
                    _watchers.RemoveAt(i);
                }
            }
        }
    }

    /// <summary>Watches from now on; null when too many do. The reader completes when it falls behind.</summary>
    public Channel<FeedItem>? Watch()
    {
        lock (_gate)
        {
            if (_watchers.Count >= WatchersMax)
            {
                return null;
            }

            var watcher = Channel.CreateBounded<FeedItem>(
                new BoundedChannelOptions(BehindMax) { SingleReader = true, SingleWriter = true });
            _watchers.Add(watcher);
            return watcher;
        }
    }

    /// <summary>Does not watch any more.</summary>
    public void Leave(Channel<FeedItem> watcher)
    {
        lock (_gate)
        {
            _watchers.Remove(watcher);
        }
    }

    /// <summary>Lets everybody go, because the brain ends.</summary>
    public void Close()
    {
        lock (_gate)
        {
            foreach (var watcher in _watchers)
            {
                watcher.Writer.TryComplete();
            }

            _watchers.Clear();
        }
    }
}
