using Kobe.Core.Runs;

namespace Kobe.Simulation.Reporting;

/// <summary>What became of one task's occurrences.</summary>
internal sealed class TaskTally(string task)
{
    private static readonly int States = Enum.GetValues<FinalState>().Length;

    public string Task { get; } = task;

    public long[] Finals { get; } = new long[States];

    public long Starts { get; set; }

    /// <summary>How long its attempts held the lane.</summary>
    public TimeSpan Busy { get; set; }

    public LatenessScale Lateness { get; } = new();

    public long Planned => Finals.Sum();

    public long this[FinalState state] => Finals[(int)state];
}
