namespace Kobe.Brain;

/// <summary>Tells watchers when the market's phase changes, and what it is now.</summary>
internal sealed class ContextFeed(BrainBoard board, EventFeed feed)
{
    private string? _last;
    private BrainSnapshot? _seen;

    public void Look()
    {
        if (board.Current is not { } snapshot || ReferenceEquals(snapshot, _seen))
        {
            return;
        }

        _seen = snapshot;
        var context = snapshot.Context;
        var now = $"{context.Date:yyyy-MM-dd} {context.Phase} {context.Mode}";
        if (_last is not null && _last != now)
        {
            feed.Publish(new(null, "context", snapshot.At, null, $"{now}: {context.Reason}"));
        }

        _last = now;
    }
}
