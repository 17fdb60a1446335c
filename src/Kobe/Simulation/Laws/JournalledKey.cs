using Kobe.Core.Runs;

namespace Kobe.Simulation.Laws;

/// <summary>What the journal says of one key so far.</summary>
internal struct JournalledKey
{
    public bool IsKnown;
    public bool IsFinal;
    public FinalState Final;
    public bool IsRunning;
    public bool IsHeld;
    public bool IsAsked;
    public bool IsByHand;
    public int Starts;
    public int Attempts;
    public int Preemptions;
    public DateTimeOffset Due;
    public DateTimeOffset Expires;
    public DateTimeOffset? RetryAt;
    public DateTimeOffset QueuedAt;

    /// <summary>Of a record that stands for what is beyond look_back: how many, up to <see cref="Due"/>.</summary>
    public int Bulk;
}
