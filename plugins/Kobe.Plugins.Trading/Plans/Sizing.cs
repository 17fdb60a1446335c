namespace Kobe.Plugins.Trading.Plans;

/// <summary>How many shares: as many as lose the trade's risk at the stop, within what may be held; pure.</summary>
internal static class Sizing
{
    /// <summary>Whole shares, 0 or more.</summary>
    /// <param name="price">What a share costs at most, dollars.</param>
    /// <param name="stop">Where the idea is wrong, dollars a share; below the price.</param>
    /// <param name="risk">What may be lost at the stop, dollars.</param>
    /// <param name="room">What the position may cost at most, dollars.</param>
    public static long Shares(decimal price, decimal stop, decimal risk, decimal room)
    {
        var distance = price - stop;
        return price <= 0 || distance <= 0 || risk <= 0 || room <= 0
            ? 0
            : (long)decimal.Floor(Math.Min(risk / distance, room / price));
    }
}
