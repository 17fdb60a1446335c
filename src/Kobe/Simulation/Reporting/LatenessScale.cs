using System.Runtime.CompilerServices;

namespace Kobe.Simulation.Reporting;

/// <summary>Counts how late starts were, by order of magnitude: small, and good for percentiles.</summary>
internal sealed class LatenessScale
{
    // Eight steps to each doubling, from a millisecond to some years.
    private const int StepsPerDoubling = 8;
    private const int Steps = 40 * StepsPerDoubling;

    private int[]? _counts;

    public long Count { get; private set; }

    public TimeSpan Max { get; private set; }

    /// <summary>Counts one here and in another, whose step is the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(TimeSpan lateness, LatenessScale other)
    {
        var step = StepOf(lateness);
        Add(lateness, step);
        other.Add(lateness, step);
    }

    public void Add(LatenessScale other)
    {
        if (other._counts is null)
        {
            return;
        }

        _counts ??= new int[Steps];
        for (var i = 0; i < Steps; i++)
        {
            _counts[i] += other._counts[i];
        }

        Count += other.Count;
        Max = other.Max > Max ? other.Max : Max;
    }

    /// <summary>So late was this share of all at most; zero when there were none.</summary>
    public TimeSpan Percentile(double share)
    {
        var rank = (long)Math.Ceiling(share * Count);
        for (var step = 0; _counts is not null && step < Steps; step++)
        {
            rank -= _counts[step];
            if (rank <= 0)
            {
                var above = step == 0 ? TimeSpan.Zero
                    : TimeSpan.FromMilliseconds(Math.Round(Math.Pow(2, (double)step / StepsPerDoubling)));
                return above < Max ? above : Max;
            }
        }

        return TimeSpan.Zero;
    }

    private void Add(TimeSpan lateness, int step)
    {
        Count++;
        Max = lateness > Max ? lateness : Max;
        (_counts ??= new int[Steps])[step]++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int StepOf(TimeSpan lateness)
    {
        if (lateness.Ticks < TimeSpan.TicksPerMillisecond)
        {
            return 0;
        }

        var milliseconds = lateness.TotalMilliseconds;
        return Math.Min(Steps - 1, 1 + (int)(Math.Log2(milliseconds) * StepsPerDoubling));
    }
}
