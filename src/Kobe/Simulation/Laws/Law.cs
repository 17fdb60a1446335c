namespace Kobe.Simulation.Laws;

/// <summary>What must hold at all times, in the order of semantics, "What simulation must show".</summary>
internal enum Law
{
    /// <summary>Starts of a key are consecutive and happen once; attempts are bounded; one run at a time.</summary>
    StartsOnce,

    /// <summary>A key has its effect once at most, and once when it succeeded.</summary>
    EffectOnce,

    /// <summary>Nothing starts against its filters, its time, its expiry, a pause or the trading state.</summary>
    StartsAllowed,

    /// <summary>What starts is the first in the order.</summary>
    OrderKept,

    /// <summary>Each occurrence ends in one final state, and none is lost.</summary>
    AccountHolds,

    /// <summary>Waits between attempts are within their bounds and displace no slot.</summary>
    BackoffBounded,

    /// <summary>The journal folds to the live ledger; a start is durable before its effect.</summary>
    JournalIsTruth,

    /// <summary>What is critical starts within the bound.</summary>
    CriticalInTime,

    /// <summary>Doubts are resolved before anything new starts.</summary>
    DoubtFirst,

    /// <summary>What people must know raises an alert.</summary>
    AlertRaised,

    /// <summary>The same seed gives the same digest.</summary>
    SeedDecides,
}
