using Kobe.Desk.Bars;

namespace Kobe.Desk.Indicators;

/// <summary>Volume-weighted average price of a trading day: what the average share of the day cost so far.</summary>
/// <remarks>
/// Berkowitz, Logue and Noser, The Total Cost of Transactions on the NYSE, 1988. From bars it is Σ typical price ×
/// volume / Σ volume, which is near the one from single trades. It begins anew every day.
/// </remarks>
/// <param name="dayBreak">The time of day in UTC at which a trading day begins: between 01:00 and 08:00 for New York,
/// whose trading ends at 20:00 and begins at 04:00 there; 00:00 for a market that never closes.</param>
public sealed class Vwap(TimeOnly dayBreak)
{
    private readonly long _break = dayBreak.Ticks;
    private long _day = long.MinValue;
    private double _paid;
    private double _volume;

    /// <summary>With New York's trading days.</summary>
    public Vwap()
        : this(new TimeOnly(5, 0))
    {
    }

    /// <summary>Whether anything has traded today.</summary>
    public bool IsReady => _volume > 0;

    /// <summary>The average, in price units; NaN until something has traded.</summary>
    public double Value => IsReady ? _paid / _volume : double.NaN;

    /// <summary>Takes the next bar; the first of a day begins anew.</summary>
    /// <param name="bar">The bar.</param>
    /// <returns>The new <see cref="Value"/>.</returns>
    public double Update(in Bar bar)
    {
        var day = (bar.StartTicks - _break) / TimeSpan.TicksPerDay;
        if (day != _day)
        {
            (_day, _paid, _volume) = (day, 0, 0);
        }

        _paid += bar.Typical * bar.Volume;
        _volume += bar.Volume;
        return Value;
    }
}
