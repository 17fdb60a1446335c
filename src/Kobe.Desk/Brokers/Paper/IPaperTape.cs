namespace Kobe.Desk.Brokers.Paper;

/// <summary>Where the paper exchange's prices come from.</summary>
internal interface IPaperTape
{
    /// <summary>Plays, in the order of time, what is known since the exchange's now.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="to">Nothing that was known only later than this may be played (UTC).</param>
    void Play(PaperExchange exchange, DateTimeOffset to);
}
