using Kobe.Core.Schedules;

namespace Kobe.Simulation.Faults;

/// <summary>How long attempts take: as the journal knows it of a task, else a second or so.</summary>
/// <param name="known">By task, the usual duration; empty when there is no journal.</param>
internal sealed class Durations(IReadOnlyDictionary<string, TimeSpan> known)
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(3);

    /// <summary>Of how many tasks the journal knows it.</summary>
    public int Count => known.Count;

    public static Durations Unknown { get; } = new(new Dictionary<string, TimeSpan>());

    public TimeSpan Draw(ScheduledTask task, Dice dice)
    {
        var usual = known.Count > 0 && known.TryGetValue(task.Id, out var seen)
            ? seen * (0.5 + dice.Share())
            : dice.Between(Least, Most);
        var most = task.Timeout * 0.9;
        return usual < most ? usual : most;
    }
}
