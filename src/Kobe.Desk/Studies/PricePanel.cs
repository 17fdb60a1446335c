using Kobe.Desk.Bars;

namespace Kobe.Desk.Studies;

/// <summary>Daily bars of several symbols side by side: one column for each date on which any of them traded. What a
/// symbol lacks is NaN.</summary>
/// <param name="Symbols">The symbols, in order.</param>
/// <param name="Dates">The dates of the sessions, climbing.</param>
/// <param name="Open">Opening prices, in dollars, by symbol and date.</param>
/// <param name="High">Highest prices.</param>
/// <param name="Low">Lowest prices.</param>
/// <param name="Close">Closing prices.</param>
/// <param name="Volume">Shares traded.</param>
public sealed record PricePanel(
    IReadOnlyList<string> Symbols, IReadOnlyList<DateOnly> Dates, IReadOnlyList<double[]> Open,
    IReadOnlyList<double[]> High, IReadOnlyList<double[]> Low, IReadOnlyList<double[]> Close,
    IReadOnlyList<double[]> Volume)
{
    /// <summary>How many dates there are.</summary>
    public int Days => Dates.Count;

    /// <summary>How many symbols there are.</summary>
    public int Count => Symbols.Count;

    /// <summary>Puts series side by side.</summary>
    /// <param name="series">The series, each with bars.</param>
    /// <param name="days">How many dates at most, the last ones.</param>
    public static PricePanel Of(IReadOnlyList<BarSeries> series, int days)
    {
        ArgumentNullException.ThrowIfNull(series);
        var starts = Starts(series, days);
        double[][] Rows() => [.. series.Select(_ => Empty(starts.Length))];
        var (open, high, low, close, volume) = (Rows(), Rows(), Rows(), Rows(), Rows());
        for (var symbol = 0; symbol < series.Count; symbol++)
        {
            var day = 0;
            foreach (ref readonly var bar in series[symbol].All)
            {
                if (starts.Length == 0 || bar.StartTicks < starts[0])
                {
                    continue;
                }

                while (starts[day] < bar.StartTicks)
                {
                    day++;
                }

                open[symbol][day] = bar.Open;
                high[symbol][day] = bar.High;
                low[symbol][day] = bar.Low;
                close[symbol][day] = bar.Close;
                volume[symbol][day] = bar.Volume;
            }
        }

        // A core session lies within one civil date of UTC.
        return new(
            [.. series.Select(one => one.Name.Symbol)],
            Array.ConvertAll(starts, start => DateOnly.FromDateTime(new DateTime(start, DateTimeKind.Utc))),
            open, high, low, close, volume);
    }

    /// <summary>The logarithmic return of a date against the date before; NaN where one is missing.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="day">The date's place.</param>
    public double Return(int symbol, int day) =>
        day > 0 ? Math.Log(Close[symbol][day] / Close[symbol][day - 1]) : double.NaN;

    /// <summary>The logarithmic returns of a symbol's last dates.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="days">How many.</param>
    public double[] Returns(int symbol, int days)
    {
        var returns = new double[Math.Max(0, Math.Min(days, Days - 1))];
        for (var i = 0; i < returns.Length; i++)
        {
            returns[i] = Return(symbol, Days - returns.Length + i);
        }

        return returns;
    }

    /// <summary>The mean return of all symbols on each date: a market in which each counts the same. NaN on the
    /// first date.</summary>
    public double[] MarketReturns()
    {
        var market = Empty(Days);
        for (var day = 1; day < Days; day++)
        {
            var (sum, count) = (0.0, 0);
            for (var symbol = 0; symbol < Count; symbol++)
            {
                if (Return(symbol, day) is var change && double.IsFinite(change))
                {
                    (sum, count) = (sum + change, count + 1);
                }
            }

            market[day] = count > 0 ? sum / count : double.NaN;
        }

        return market;
    }

    private static double[] Empty(int length)
    {
        var row = new double[length];
        Array.Fill(row, double.NaN);
        return row;
    }

    // All starts of all series, merged one series after the other: most have the same ones.
    private static long[] Starts(IReadOnlyList<BarSeries> series, int days)
    {
        long[] known = [];
        foreach (var one in series)
        {
            known = Merged(known, one.All[^Math.Min(days, one.Count)..]);
        }

        return known.Length > days ? known[^days..] : known;
    }

    private static long[] Merged(long[] known, ReadOnlySpan<Bar> bars)
    {
        var merged = new List<long>(known.Length + 8);
        var at = 0;
        foreach (ref readonly var bar in bars)
        {
            while (at < known.Length && known[at] < bar.StartTicks)
            {
                merged.Add(known[at++]);
            }

            merged.Add(bar.StartTicks);
            at += at < known.Length && known[at] == bar.StartTicks ? 1 : 0;
        }

        merged.AddRange(known.AsSpan(at));
        return [.. merged];
    }
}
