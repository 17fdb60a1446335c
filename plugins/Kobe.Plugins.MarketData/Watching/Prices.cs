using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;

namespace Kobe.Plugins.MarketData.Watching;

/// <summary>Single prices, as of now.</summary>
internal static class Prices
{
    /// <summary>The last stored close before a date, comparable with the date's own prices; null when none is
    /// stored.</summary>
    /// <remarks>What a split or dividend on that date took away is taken off.</remarks>
    public static double? CloseBefore(this DeskSession desk, string symbol, DateOnly date)
    {
        var stored = desk.Raw(symbol).All;
        for (var i = stored.Length - 1; i >= 0; i--)
        {
            var day = desk.Market.Calendar.DateOf(stored[i].Start);
            if (day < date)
            {
                var factors = desk.Source.FactorsOf(symbol);
                return stored[i].Close * factors.On(day).Both / factors.On(date).Both;
            }
        }

        return null;
    }

    /// <summary>The mean daily volume of the last stored sessions; 0 when none are stored.</summary>
    public static double MeanVolume(this DeskSession desk, string symbol, int sessions)
    {
        var stored = desk.Daily(symbol).All;
        var (sum, count) = (0.0, Math.Min(sessions, stored.Length));
        foreach (ref readonly var bar in stored[^count..])
        {
            sum += bar.Volume;
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>The volume of some bars.</summary>
    public static double Volume(ReadOnlySpan<Bar> bars)
    {
        var sum = 0.0;
        foreach (ref readonly var bar in bars)
        {
            sum += bar.Volume;
        }

        return sum;
    }

    /// <summary>A share as facts have it: six decimals are enough to compare.</summary>
    public static double Rounded(double share) => Math.Round(share, 6);
}
