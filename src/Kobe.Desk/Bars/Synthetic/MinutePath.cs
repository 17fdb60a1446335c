using Kobe.Desk.Randomness;

namespace Kobe.Desk.Bars.Synthetic;

/// <summary>Makes up the minutes of a day from its bar: they open, peak, bottom and close where the day did.</summary>
/// <remarks>
/// Bridges of a random walk from the open over high and low, in either order, to the close, kept within the day's
/// range. Volume is high at both ends of the session, and adds up to the day's.
/// </remarks>
internal static class MinutePath
{
    private const int HaltMin = 5;
    private const int HaltMax = 60;

    /// <summary>The minutes of a session.</summary>
    /// <param name="day">The day's bar; its span is the core session.</param>
    /// <param name="random">The chance of this day.</param>
    /// <param name="halts">The chance of a halt, in which no minute has a bar.</param>
    public static Bar[] Of(Bar day, SeededRandom random, double halts)
    {
        var count = (int)((day.EndTicks - day.StartTicks) / TimeSpan.TicksPerMinute);
        var isHighFirst = random.Chance(0.5);
        var (one, two) = (1 + random.Below(count - 2), 1 + random.Below(count - 2));
        var (first, second) = (Math.Min(one, two), Math.Max(one, two) + (one == two ? 1 : 0));
        var ends = Ends(day, count, first, second, isHighFirst, random);
        var halted = Halted(count, first, second, random.Chance(halts), random);
        var bars = new List<Bar>(count);
        for (var minute = 0; minute < count; minute++)
        {
            if (minute < halted.From || minute >= halted.To)
            {
                var (from, to) = (minute == 0 ? day.Open : ends[minute - 1], ends[minute]);
                bars.Add(Minute(day, minute, from, to, random));
            }
        }

        ShareVolume(bars, day, count);
        return [.. bars];
    }

    // The price at the end of each minute.
    private static double[] Ends(Bar day, int count, int first, int second, bool isHighFirst, SeededRandom random)
    {
        var ends = new double[count];
        var (near, far) = isHighFirst ? (day.High, day.Low) : (day.Low, day.High);
        Bridge(ends, -1, day.Open, first, near, day, random);
        Bridge(ends, first, near, second, far, day, random);
        Bridge(ends, second, far, count - 1, day.Close, day, random);
        return ends;
    }

    private static void Bridge(
        double[] ends, int from, double price, int to, double goal, Bar day, SeededRandom random)
    {
        var step = (day.High - day.Low) / Math.Sqrt(ends.Length) / 2;
        for (var minute = from + 1; minute <= to; minute++)
        {
            var left = to - minute + 1;
            var next = price + ((goal - price) / left) + (step * random.Normal());
            price = minute == to ? goal : Math.Clamp(Math.Round(next, 2), day.Low, day.High);
            ends[minute] = price;
        }
    }

    private static Bar Minute(Bar day, int minute, double open, double close, SeededRandom random)
    {
        var reach = (day.High - day.Low) / 40;
        var high = Math.Min(day.High, Math.Round(Math.Max(open, close) + (reach * random.Share()), 2));
        var low = Math.Max(day.Low, Math.Round(Math.Min(open, close) - (reach * random.Share()), 2));
        var start = day.StartTicks + (minute * TimeSpan.TicksPerMinute);
        return new(start, start + TimeSpan.TicksPerMinute, open, Math.Max(high, Math.Max(open, close)),
            Math.Min(low, Math.Min(open, close)), close, 0);
    }

    // A halt spares the first and the last minute and those of high and low, so that the day stays what it was.
    private static (int From, int To) Halted(int count, int first, int second, bool isHalted, SeededRandom random)
    {
        var length = HaltMin + random.Below(HaltMax - HaltMin);
        var from = 1 + random.Below(Math.Max(1, count - length - 2));
        var isFree = (first < from || first >= from + length) && (second < from || second >= from + length);
        return isHalted && isFree ? (from, from + length) : (count, count);
    }

    private static void ShareVolume(List<Bar> bars, Bar day, int count)
    {
        var weights = bars.ConvertAll(
            bar => Weight((bar.StartTicks - day.StartTicks) / TimeSpan.TicksPerMinute, count));
        var (whole, left) = (weights.Sum(), day.Volume);
        for (var i = 0; i < bars.Count; i++)
        {
            var share = i == bars.Count - 1 ? left : Math.Floor(day.Volume * weights[i] / whole);
            bars[i] = bars[i] with { Volume = share };
            left -= share;
        }
    }

    // Three times as much at the ends as in the middle.
    private static double Weight(long minute, int count)
    {
        var place = (2.0 * minute / count) - 1;
        return 1 + (2 * place * place);
    }
}
