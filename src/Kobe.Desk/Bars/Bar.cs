namespace Kobe.Desk.Bars;

/// <summary>What traded in one interval: first, highest, lowest and last price, and how much.</summary>
/// <remarks>
/// Prices are doubles, for indicators and backtests; money and the ledger count in decimal. The bar of a session day
/// spans its core session, so that it is known from the session's own close, early closes included. Ticks rather than
/// instants keep a bar at 56 bytes.
/// </remarks>
/// <param name="StartTicks">When the interval begins, in UTC ticks.</param>
/// <param name="EndTicks">When the interval ends and the bar is known, in UTC ticks; later than the start.</param>
/// <param name="Open">The first price, in the currency of the instrument.</param>
/// <param name="High">The highest price.</param>
/// <param name="Low">The lowest price.</param>
/// <param name="Close">The last price.</param>
/// <param name="Volume">Shares or units traded; 0 or more.</param>
public readonly record struct Bar(
    long StartTicks, long EndTicks, double Open, double High, double Low, double Close, double Volume)
{
    /// <summary>A bar between two instants.</summary>
    /// <param name="start">When the interval begins.</param>
    /// <param name="end">When the interval ends.</param>
    /// <param name="open">The first price.</param>
    /// <param name="high">The highest price.</param>
    /// <param name="low">The lowest price.</param>
    /// <param name="close">The last price.</param>
    /// <param name="volume">Shares or units traded.</param>
    public Bar(DateTimeOffset start, DateTimeOffset end, double open, double high, double low, double close,
        double volume)
        : this(start.UtcTicks, end.UtcTicks, open, high, low, close, volume)
    {
    }

    /// <summary>When the interval begins (UTC).</summary>
    public DateTimeOffset Start => new(StartTicks, TimeSpan.Zero);

    /// <summary>When the interval ends (UTC). Nobody may know the bar before.</summary>
    public DateTimeOffset End => new(EndTicks, TimeSpan.Zero);

    /// <summary>(high + low + close) / 3, in price units: the price of a bar where one number has to do.</summary>
    public double Typical => (High + Low + Close) / 3;

    /// <summary>The same bar with every price multiplied, and the volume divided, by factors.</summary>
    /// <param name="price">The factor of the prices, above 0.</param>
    /// <param name="shares">The factor by which shares became more since, above 0; the volume is multiplied by it.
    /// </param>
    public Bar Scaled(double price, double shares) =>
        new(StartTicks, EndTicks, Open * price, High * price, Low * price, Close * price, Volume * shares);
}
