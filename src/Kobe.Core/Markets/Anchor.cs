namespace Kobe.Core.Markets;

/// <summary>A time told by the day's session, such as <c>close-25m</c>.</summary>
/// <param name="Point">The instant of the session.</param>
/// <param name="Offset">Elapsed time added to it; negative means before.</param>
public readonly record struct Anchor(AnchorPoint Point, TimeSpan Offset)
{
    /// <summary>The instant (UTC) in a session.</summary>
    /// <param name="session">The day's session.</param>
    public DateTimeOffset In(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var instant = Point switch
        {
            AnchorPoint.Pre => session.Pre,
            AnchorPoint.Open => session.Open,
            AnchorPoint.Close => session.Close,
            _ => session.Post,
        };
        return instant + Offset;
    }
}
