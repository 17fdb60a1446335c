using Kobe.Journals;

namespace Kobe.Simulation;

/// <summary>A journal's place that can lose, tear and refuse.</summary>
internal interface ISimulatedStore : IJournalStore, IWatchedStore
{
    /// <summary>The error number with which a write or sync fails now; 0 lets it through.</summary>
    Func<MediumOperation, int>? Fault { get; set; }

    /// <summary>The brain is gone: its journal is dead, what it wrote is there.</summary>
    void Kill();

    /// <summary>The machine loses power: of what was not durable a beginning is left.</summary>
    void CutPower(Dice dice);

    /// <summary>The last event that is left after the brain's end.</summary>
    /// <param name="written">The last that the brain wrote.</param>
    long LastSeq(long written);
}
