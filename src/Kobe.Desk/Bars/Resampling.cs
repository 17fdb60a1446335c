using Kobe.Core.Markets;

namespace Kobe.Desk.Bars;

/// <summary>Makes longer bars of shorter ones.</summary>
public static class Resampling
{
    /// <summary>Bars of session days, from the intraday bars of the core sessions.</summary>
    /// <param name="series">Intraday bars.</param>
    /// <param name="calendar">The exchange.</param>
    /// <returns>One bar for each session of which there is an intraday bar. It spans the whole session: while that one
    /// lasts, ask with bars as of now.</returns>
    /// <exception cref="ArgumentException">The bars are of days already.</exception>
    public static BarSeries ToDays(BarSeries series, ExchangeCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(calendar);
        if (series.Name.Interval.IsDay)
        {
            throw new ArgumentException($"{series.Name} is of days already.", nameof(series));
        }

        var days = new List<Bar>();
        foreach (ref readonly var bar in series.All)
        {
            if (days.Count > 0 && bar.EndTicks <= days[^1].EndTicks)
            {
                days[^1] = Joined(days[^1], bar);
                continue;
            }

            var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(bar.Start, calendar.Zone).DateTime);
            if (calendar.On(date).Session is { } session && bar.Start >= session.Open && bar.End <= session.Close)
            {
                days.Add(bar with { StartTicks = session.Open.UtcTicks, EndTicks = session.Close.UtcTicks });
            }
        }

        return new(series.Name with { Interval = BarInterval.Day }, [.. days]);
    }

    private static Bar Joined(in Bar first, in Bar next) => first with
    {
        High = Math.Max(first.High, next.High),
        Low = Math.Min(first.Low, next.Low),
        Close = next.Close,
        Volume = first.Volume + next.Volume,
    };
}
