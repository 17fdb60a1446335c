using Kobe.Alerts;

namespace Kobe.Brain;

/// <summary>Tells watchers of each alert, besides whom it reaches otherwise.</summary>
internal sealed class FeedAlerts(IAlerts alerts, EventFeed feed, TimeProvider time) : IAlerts
{
    public AlertStanding Standing => alerts.Standing;

    public void Raise(AlertLevel level, string text)
    {
        alerts.Raise(level, text);
        feed.Publish(new(null, "alert", time.GetUtcNow(), null, $"{level.ToString().ToLowerInvariant()}: {text}"));
    }
}
