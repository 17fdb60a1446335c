using Kobe.Core.Runs;

namespace Kobe.Simulation.Reporting;

/// <summary>What became of one date's occurrences.</summary>
internal sealed class DayTally(DateOnly date)
{
    private static readonly int States = Enum.GetValues<FinalState>().Length;

    public DateOnly Date { get; } = date;

    public int[] Finals { get; } = new int[States];

    /// <summary>The most that waited at once.</summary>
    public int QueueMax { get; set; }

    public TimeSpan Busy { get; set; }

    public int Planned => Finals.Sum();

    public int this[FinalState state] => Finals[(int)state];
}
