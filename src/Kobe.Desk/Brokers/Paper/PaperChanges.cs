namespace Kobe.Desk.Brokers.Paper;

/// <summary>What one call changed in the paper account: one line of its file.</summary>
/// <param name="Orders">The orders that changed, as they are now.</param>
/// <param name="Activities">What moved money or shares.</param>
/// <param name="LastEquity">The equity at a close that was passed; null when none was.</param>
/// <param name="Now">Up to when everything has happened (UTC).</param>
/// <param name="NextId">The number that the next id is made from.</param>
internal sealed record PaperChanges(
    IReadOnlyList<KeptOrder> Orders,
    IReadOnlyList<Activity> Activities,
    decimal? LastEquity,
    DateTimeOffset Now,
    long NextId)
{
    public bool IsEmpty => Orders.Count == 0 && Activities.Count == 0 && LastEquity is null;
}
