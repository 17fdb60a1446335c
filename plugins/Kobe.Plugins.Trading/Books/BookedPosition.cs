namespace Kobe.Plugins.Trading.Books;

/// <summary>What is meant with a position: the broker knows how much is held, this is why and until when.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Strategy">The idea's strategy; <c>external</c> for what the desk did not open.</param>
/// <param name="Setup">The way of the entry.</param>
/// <param name="Entry">The price that was planned, dollars a share.</param>
/// <param name="Stop">Where the idea is wrong; 0 when nobody knows.</param>
/// <param name="Target">Where the gain is taken; null for nowhere.</param>
/// <param name="OpenedAt">When the entry was ordered (UTC).</param>
/// <param name="TimeStop">After how many sessions it is closed anyway; 0 for never.</param>
/// <param name="IsDayTrade">Whether it must not stay overnight.</param>
/// <param name="Highest">The highest price that was seen since the entry, dollars a share.</param>
/// <param name="Task">The row that opened it.</param>
/// <param name="Key">The occurrence that opened it.</param>
internal sealed record BookedPosition(
    string Symbol, string Strategy, string Setup, decimal Entry, decimal Stop, decimal? Target, DateTimeOffset OpenedAt,
    int TimeStop, bool IsDayTrade, decimal Highest, string Task, string Key)
{
    /// <summary>The strategy of what the desk did not open itself.</summary>
    public const string External = "external";

    /// <summary>Where the protective stop lies by now: the first stop, or a closer one since.</summary>
    public decimal Guard
    {
        get => Math.Max(field, Stop);
        init;
    }

    /// <summary>The date on which prices were last divided for a split; null when never.</summary>
    public DateOnly? SplitOn { get; init; }

    /// <summary>Whether a part of the gain was taken.</summary>
    public bool IsScaled { get; init; }

    /// <summary>Dollars a share between entry and stop: one R.</summary>
    public decimal Risk => Stop > 0 && Entry > Stop ? Entry - Stop : 0;
}
