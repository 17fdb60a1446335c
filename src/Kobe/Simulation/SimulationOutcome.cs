using Kobe.Core.Runs;
using Kobe.Simulation.Laws;
using Kobe.Simulation.Reporting;

namespace Kobe.Simulation;

/// <summary>What one simulation, or several under seeds in a row, came to.</summary>
internal sealed class SimulationOutcome
{
    private static readonly int States = Enum.GetValues<FinalState>().Length;

    public LawCounts Laws { get; } = new();

    public NameCounts Coverage { get; } = new();

    /// <summary>Of the first seed: the report for a schedule's owner.</summary>
    public Statistics? Statistics { get; private set; }

    public long[] Finals { get; } = new long[States];

    public long Planned { get; private set; }

    public long Pending { get; private set; }

    public long Held { get; private set; }

    public long Boots { get; private set; }

    /// <summary>The digest of each seed, in their order.</summary>
    public List<string> Digests { get; } = [];

    /// <summary>The seeds under which a law was broken.</summary>
    public List<ulong> BrokenSeeds { get; } = [];

    public void Add(ulong seed, Simulator simulator)
    {
        var total = simulator.Ledger.Total();
        for (var state = 0; state < States; state++)
        {
            Finals[state] += total.Finals[state];
        }

        Planned += total.Planned;
        Pending += total.Pending;
        Held += total.Held;
        Boots += simulator.Boots;
        Digests.Add(simulator.Digest());
        Statistics ??= simulator.Statistics;
        Coverage.Add(simulator.Coverage);
        Laws.Add(simulator.Laws);
        if (simulator.Laws.Broken > 0)
        {
            BrokenSeeds.Add(seed);
        }
    }
}
