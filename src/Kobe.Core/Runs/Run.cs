using Kobe.Core.Markets;

namespace Kobe.Core.Runs;

/// <summary>The life of one occurrence so far, as the ledger knows it. Changed by the ledger alone.</summary>
public sealed class Run
{
    internal Run(OccurrenceKey key, DateTimeOffset due)
        : this(key, due.UtcTicks)
    {
    }

    private Run(OccurrenceKey key, long due)
    {
        Key = key;
        DueTicks = due;
    }

    /// <summary>Which.</summary>
    public OccurrenceKey Key { get; }

    /// <summary>When it fell due, UTC.</summary>
    public DateTimeOffset Due => UtcTicks.ToInstant(DueTicks);

    /// <summary>Where it stands.</summary>
    public RunState State { get; internal set; }

    /// <summary>Since when it stands there, UTC: a held run's age, a final one's end.</summary>
    public DateTimeOffset Since
    {
        get => UtcTicks.ToInstant(SinceTicks);
        internal set => SinceTicks = value.UtcTicks;
    }

    /// <summary>Its final state; meaningful only when <see cref="State"/> is Final.</summary>
    public FinalState Final { get; internal set; }

    /// <summary>How often it was started; the number of its latest start.</summary>
    public int Starts { get; internal set; }

    /// <summary>Attempts used: starts that ended otherwise than snoozed or pre-empted.</summary>
    public int Attempts { get; internal set; }

    /// <summary>How often it was snoozed; 0 once final, as all that follows.</summary>
    public int Snoozes { get; internal set; }

    /// <summary>How often it gave way to a critical one.</summary>
    public int Preemptions { get; internal set; }

    /// <summary>1 (critical) to 10.</summary>
    public int Priority { get; internal set; }

    /// <summary>After this instant it must not start, UTC.</summary>
    public DateTimeOffset Expires
    {
        get => UtcTicks.ToInstant(ExpiresTicks);
        internal set => ExpiresTicks = value.UtcTicks;
    }

    /// <summary>When it was first queued, UTC; ageing counts from here.</summary>
    public DateTimeOffset QueuedAt
    {
        get => UtcTicks.ToInstant(QueuedTicks);
        internal set => QueuedTicks = value.UtcTicks;
    }

    /// <summary>Queued again: not before this instant, UTC; null before its first start.</summary>
    public DateTimeOffset? RetryAt
    {
        get => RetryTicks == 0 ? null : UtcTicks.ToInstant(RetryTicks);
        internal set => RetryTicks = value?.UtcTicks ?? 0;
    }

    /// <summary>Who triggered it; null when the schedule did.</summary>
    public string? By { get; internal set; }

    /// <summary>Arguments given by who triggered it.</summary>
    public JsonText? Args { get; internal set; }

    /// <summary>Whether it leaves filters aside.</summary>
    public bool Force { get; internal set; }

    /// <summary>The attempt that runs or would run next, from 1.</summary>
    public int Attempt => Attempts + 1;

    /// <summary>Its place in the ledger's list of open runs.</summary>
    internal int OpenIndex { get; set; } = -1;

    /// <summary>Its place in its day.</summary>
    internal int DayIndex { get; set; }

    /// <summary>Its task's occurrences of its date; null for one that was final when it was made.</summary>
    internal TaskDay? Day { get; set; }

    // Instants are kept as ticks; 0 is none.
    internal long DueTicks { get; }

    internal long SinceTicks { get; private set; }

    internal long ExpiresTicks { get; private set; }

    internal long QueuedTicks { get; private set; }

    /// <summary>0 before its first start.</summary>
    internal long RetryTicks { get; private set; }

    internal bool SameAs(Run other) =>
        (Key, DueTicks, State, SinceTicks, Final, Starts, Attempts) ==
            (other.Key, other.DueTicks, other.State, other.SinceTicks, other.Final, other.Starts, other.Attempts)
        && (Snoozes, Preemptions, Priority, ExpiresTicks, QueuedTicks, RetryTicks, By, Args, Force) ==
            (other.Snoozes, other.Preemptions, other.Priority, other.ExpiresTicks, other.QueuedTicks, other.RetryTicks,
                other.By, other.Args, other.Force);

    /// <summary>A final one, of what its day kept.</summary>
    internal static Run Over(
        OccurrenceKey key, long due, long since, FinalState final, int starts, int attempts) => new(key, due)
        {
            State = RunState.Final, Final = final, SinceTicks = since, Starts = starts, Attempts = attempts,
        };

    internal Run Clone() => (Run)MemberwiseClone();

    /// <summary>Drops what only a waiting run has.</summary>
    internal void Close(FinalState state, DateTimeOffset at)
    {
        State = RunState.Final;
        Final = state;
        Since = at;
        Snoozes = Preemptions = Priority = 0;
        ExpiresTicks = QueuedTicks = RetryTicks = 0;
        By = null;
        Args = null;
        Force = false;
    }
}
