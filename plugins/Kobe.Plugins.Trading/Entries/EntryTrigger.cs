using Kobe.Desk.Bars;

namespace Kobe.Plugins.Trading.Entries;

/// <summary>Whether the price is where an idea wants it; pure.</summary>
internal static class EntryTrigger
{
    /// <summary>Why the entry waits; null when it is time.</summary>
    /// <param name="setup">The way of the entry.</param>
    /// <param name="candidate">The idea.</param>
    /// <param name="ask">What a share costs now, dollars.</param>
    /// <param name="chase">How far above the planned price may be paid, as a share.</param>
    /// <param name="minutes">Today's minutes so far.</param>
    /// <param name="rangeMinutes">The minutes of the opening range.</param>
    public static string? Wait(
        EntrySetup setup, Candidate candidate, decimal ask, decimal chase, ReadOnlySpan<Bar> minutes, int rangeMinutes)
    {
        if (ask <= candidate.Stop)
        {
            return FormattableString.Invariant($"{ask:0.##} lies at its stop {candidate.Stop:0.##} or below");
        }

        if (ask > candidate.Entry * (1 + chase))
        {
            return FormattableString.Invariant(
                $"{ask:0.##} is more than {chase * 100:0.##} % above {candidate.Entry:0.##}");
        }

        return setup switch
        {
            EntrySetup.Primary when minutes.Length < rangeMinutes => "its opening range is not complete",
            EntrySetup.Primary when (double)ask <= High(minutes[..rangeMinutes]) => "it is not above its opening range",
            EntrySetup.Power or EntrySetup.Trend when !IsRising(minutes) =>
                "it is not above its open and its mean price",
            _ => null,
        };
    }

    private static double High(ReadOnlySpan<Bar> bars)
    {
        var high = 0.0;
        foreach (ref readonly var bar in bars)
        {
            high = Math.Max(high, bar.High);
        }

        return high;
    }

    private static bool IsRising(ReadOnlySpan<Bar> minutes)
    {
        var (value, shares) = (0.0, 0.0);
        foreach (ref readonly var bar in minutes)
        {
            value += bar.Typical * bar.Volume;
            shares += bar.Volume;
        }

        return shares > 0 && minutes[^1].Close > minutes[0].Open && minutes[^1].Close > value / shares;
    }
}
