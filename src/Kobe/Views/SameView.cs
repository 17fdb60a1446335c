using Kobe.Brain;

namespace Kobe.Views;

/// <summary>Whether two turns of the loop look the same to who reads a view.</summary>
/// <remarks>Asked once a second for days on end, so it looks at references first.</remarks>
internal static class SameView
{
    /// <summary>The same occurrences wait in the same order.</summary>
    public static bool OfQueue(BrainSnapshot one, BrainSnapshot two)
    {
        if (one.QueueCount != two.QueueCount || one.Queue.Count != two.Queue.Count)
        {
            return false;
        }

        for (var i = 0; i < one.Queue.Count && !ReferenceEquals(one.Queue, two.Queue); i++)
        {
            if (!ReferenceEquals(one.Queue[i], two.Queue[i]) && one.Queue[i] != two.Queue[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same is known of the brain; cycles and watermark, which always move, count by the minute.</summary>
    public static bool OfBrain(BrainSnapshot one, BrainSnapshot two) =>
        one.At.Ticks / TimeSpan.TicksPerMinute == two.At.Ticks / TimeSpan.TicksPerMinute
        && one.Paused == two.Paused
        && one.TradingState == two.TradingState
        && Same(one.Current, two.Current)
        && Same(one.Next, two.Next)
        && Same(one.Schedule, two.Schedule)
        && Same(one.Today, two.Today)
        && Same(First(one), First(two));

    private static RunError? First(BrainSnapshot snapshot) =>
        snapshot.LastErrors.Count == 0 ? null : snapshot.LastErrors[0];

    private static bool Same(object? one, object? two) => ReferenceEquals(one, two) || (one?.Equals(two) ?? false);
}
