using Kobe.Core.Markets;
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

    // UTC ticks: there are tens of thousands of these, and each is compared at every start; 0 is none.
    public long DueTicks;
    public long ExpiresTicks;
    public long RetryTicks;
    public long QueuedTicks;

    public DateTimeOffset Due
    {
        readonly get => UtcTicks.ToInstant(DueTicks);
        set => DueTicks = value.UtcTicks;
    }

    public DateTimeOffset Expires
    {
        readonly get => UtcTicks.ToInstant(ExpiresTicks);
        set => ExpiresTicks = value.UtcTicks;
    }

    public DateTimeOffset? RetryAt
    {
        readonly get => RetryTicks == 0 ? null : UtcTicks.ToInstant(RetryTicks);
        set => RetryTicks = value?.UtcTicks ?? 0;
    }

    public DateTimeOffset QueuedAt
    {
        readonly get => UtcTicks.ToInstant(QueuedTicks);
        set => QueuedTicks = value.UtcTicks;
    }

    /// <summary>Of a record that stands for what is beyond look_back: how many, up to <see cref="Due"/>.</summary>
    public int Bulk;
}
