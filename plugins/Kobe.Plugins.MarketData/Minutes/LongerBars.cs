using Kobe.Core.Markets;
using Kobe.Desk.Bars;

namespace Kobe.Plugins.MarketData.Minutes;

/// <summary>Makes longer intraday bars of the minutes of one session.</summary>
internal static class LongerBars
{
    /// <summary>Bars counted from the open; the last one ends with the session. A stretch in which nothing traded has
    /// none.</summary>
    /// <param name="minutes">The minutes of the session.</param>
    /// <param name="session">Its segments.</param>
    /// <param name="length">How many minutes a bar spans.</param>
    public static BarSeries Of(BarSeries minutes, Session session, int length)
    {
        var (bars, step) = (new List<Bar>(), length * TimeSpan.TicksPerMinute);
        foreach (ref readonly var bar in minutes.All)
        {
            var start = session.Open.UtcTicks + ((bar.StartTicks - session.Open.UtcTicks) / step * step);
            if (bars.Count > 0 && bars[^1].StartTicks == start)
            {
                var before = bars[^1];
                bars[^1] = before with
                {
                    High = Math.Max(before.High, bar.High),
                    Low = Math.Min(before.Low, bar.Low),
                    Close = bar.Close,
                    Volume = before.Volume + bar.Volume,
                };
            }
            else
            {
                bars.Add(bar with
                {
                    StartTicks = start,
                    EndTicks = Math.Min(start + step, session.Close.UtcTicks),
                });
            }
        }

        return new(minutes.Name with { Interval = BarInterval.OfMinutes(length) }, [.. bars]);
    }
}
