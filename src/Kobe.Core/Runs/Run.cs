namespace Kobe.Core.Runs;

/// <summary>The life of one occurrence so far, as the ledger knows it. Changed by the ledger alone.</summary>
public sealed class Run
{
    // Tens of thousands are kept, so instants are kept as ticks; 0 is none.
    private readonly long _due;
    private long _since;
    private long _expires;
    private long _queuedAt;
    private long _retryAt;

    internal Run(OccurrenceKey key, DateTimeOffset due)
    {
        Key = key;
        _due = due.UtcTicks;
    }

    /// <summary>Which.</summary>
    public OccurrenceKey Key { get; }

    /// <summary>When it fell due, UTC.</summary>
    public DateTimeOffset Due => new(new DateTime(_due, DateTimeKind.Utc));

    /// <summary>Where it stands.</summary>
    public RunState State { get; internal set; }

    /// <summary>Since when it stands there, UTC: a held run's age, a final one's end.</summary>
    public DateTimeOffset Since
    {
        get => new(new DateTime(_since, DateTimeKind.Utc));
        internal set => _since = value.UtcTicks;
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
        get => new(new DateTime(_expires, DateTimeKind.Utc));
        internal set => _expires = value.UtcTicks;
    }

    /// <summary>When it was first queued, UTC; ageing counts from here.</summary>
    public DateTimeOffset QueuedAt
    {
        get => new(new DateTime(_queuedAt, DateTimeKind.Utc));
        internal set => _queuedAt = value.UtcTicks;
    }

    /// <summary>Queued again: not before this instant, UTC; null before its first start.</summary>
    public DateTimeOffset? RetryAt
    {
        get => _retryAt == 0 ? null : new(new DateTime(_retryAt, DateTimeKind.Utc));
        internal set => _retryAt = value?.UtcTicks ?? 0;
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

    internal long DueTicks => _due;

    internal long ExpiresTicks => _expires;

    internal long QueuedTicks => _queuedAt;

    /// <summary>0 before its first start.</summary>
    internal long RetryTicks => _retryAt;

    internal bool SameAs(Run other) =>
        (Key, _due, State, _since, Final, Starts, Attempts) ==
            (other.Key, other._due, other.State, other._since, other.Final, other.Starts, other.Attempts)
        && (Snoozes, Preemptions, Priority, _expires, _queuedAt, _retryAt, By, Args, Force) ==
            (other.Snoozes, other.Preemptions, other.Priority, other._expires, other._queuedAt, other._retryAt,
                other.By, other.Args, other.Force);

    internal Run Clone() => (Run)MemberwiseClone();

    /// <summary>Drops what only a waiting run needs: a final one is kept for days, to be recognised.</summary>
    internal void Close(FinalState state, DateTimeOffset at)
    {
        State = RunState.Final;
        Final = state;
        Since = at;
        Snoozes = Preemptions = Priority = 0;
        _expires = _queuedAt = _retryAt = 0;
        By = null;
        Args = null;
        Force = false;
    }
}
