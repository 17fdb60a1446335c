using Kobe.Desk.Bars;

namespace Kobe.Plugins.Trading.Signals;

/// <summary>Ideas for within the day, from the minutes of today's session; pure.</summary>
internal static class DayScan
{
    /// <summary>Above the range of the first minutes, and how many shares were traded in them.</summary>
    /// <param name="minutes">Today's minutes so far.</param>
    /// <param name="first">How many of them make the range: those that end with it or before.</param>
    public static (double Entry, double Stop, double Volume)? OpeningRange(ReadOnlySpan<Bar> minutes, int first)
    {
        if (first == 0 || minutes.Length <= first)
        {
            return null;
        }

        var (high, low, volume) = Range(minutes[..first]);
        var last = minutes[^1].Close;
        return last > high && low < high ? (last, low, volume) : null;
    }

    /// <summary>Opened far above the close before, and still above its own open.</summary>
    /// <param name="minutes">Today's minutes so far.</param>
    /// <param name="before">The close of the session before.</param>
    /// <param name="gapMin">The least gap, as a share.</param>
    public static (double Entry, double Stop, double Score)? Gap(ReadOnlySpan<Bar> minutes, double before,
        double gapMin)
    {
        if (minutes.IsEmpty || before <= 0)
        {
            return null;
        }

        var (gap, last) = ((minutes[0].Open / before) - 1, minutes[^1].Close);
        var (_, low, _) = Range(minutes);
        return gap >= gapMin && last >= minutes[0].Open && low < last ? (last, low, gap) : null;
    }

    /// <summary>Above its open and its volume-weighted price, near the day's high: a trend of the day.</summary>
    /// <param name="minutes">Today's minutes so far.</param>
    /// <param name="riseMin">The least rise since the open, as a share.</param>
    public static (double Entry, double Stop, double Score)? Trend(ReadOnlySpan<Bar> minutes, double riseMin)
    {
        var (value, shares) = (0.0, 0.0);
        foreach (ref readonly var bar in minutes)
        {
            value += bar.Typical * bar.Volume;
            shares += bar.Volume;
        }

        if (minutes.IsEmpty || shares <= 0)
        {
            return null;
        }

        var (last, mean) = (minutes[^1].Close, value / shares);
        var (high, low, _) = Range(minutes);
        var rise = (last / minutes[0].Open) - 1;
        return rise >= riseMin && last > mean && high > low && (last - low) / (high - low) >= 0.75
            ? (last, mean, rise) : null;
    }

    private static (double High, double Low, double Volume) Range(ReadOnlySpan<Bar> bars)
    {
        var (high, low, volume) = (double.MinValue, double.MaxValue, 0.0);
        foreach (ref readonly var bar in bars)
        {
            (high, low, volume) = (Math.Max(high, bar.High), Math.Min(low, bar.Low), volume + bar.Volume);
        }

        return (high, low, volume);
    }
}
