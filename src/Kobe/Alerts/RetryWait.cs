namespace Kobe.Alerts;

/// <summary>How long a channel that failed is left alone.</summary>
internal static class RetryWait
{
    // Soon enough for a hiccup; at the longest an owner waits five minutes after the network is back.
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    // Nobody may hold the alerts up for longer than this, whatever it asks for.
    private static readonly TimeSpan AskedMax = TimeSpan.FromHours(1);

    /// <summary>After so many failures in a row: doubling, with up to a tenth more by chance.</summary>
    /// <param name="failures">At least 1.</param>
    /// <param name="chance">0 to 1.</param>
    public static TimeSpan After(int failures, double chance)
    {
        var wait = First * Math.Pow(2, Math.Min(failures - 1, 20));
        return (wait < Longest ? wait : Longest) * (1 + (0.1 * chance));
    }

    /// <summary>What the other side asked for, and up to a second more, so that not all come at once.</summary>
    /// <param name="asked">How long it wants to be left alone.</param>
    /// <param name="chance">0 to 1.</param>
    public static TimeSpan Asked(TimeSpan asked, double chance) =>
        (asked < AskedMax ? asked : AskedMax) + TimeSpan.FromSeconds(chance);
}
