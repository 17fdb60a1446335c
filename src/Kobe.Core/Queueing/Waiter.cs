using Kobe.Core.Markets;
using Kobe.Core.Planning.Deciding;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Core.Queueing;

/// <summary>An occurrence that waits for the lane, and its rank among the others.</summary>
public sealed class Waiter
{
    /// <summary>The best priority that waiting can raise to; 1 is for what is critical from the start.</summary>
    public const int RaisedPriorityMin = 2;

    private int _readyPlace = -1;
    private int _timePlace = -1;
    private int _expiryPlace = -1;
    private int _risePlace = -1;

    /// <summary>A waiter for a queued run.</summary>
    /// <param name="run">The run, in state Queued.</param>
    /// <param name="task">Its row.</param>
    /// <param name="caughtUp">Whether it is run late because the brain was down.</param>
    public Waiter(Run run, ScheduledTask task, bool caughtUp)
    {
        ArgumentNullException.ThrowIfNull(run);
        Run = run;
        Task = task;
        CaughtUp = caughtUp;
        DueTicks = run.DueTicks;
        ExpiresTicks = run.ExpiresTicks;
        ReadyTicks = Math.Max(DueTicks, run.RetryTicks);
    }

    /// <summary>What the ledger knows of it.</summary>
    public Run Run { get; }

    /// <summary>Its row. A reload replaces it.</summary>
    public ScheduledTask Task { get; internal set; }

    /// <summary>Whether it is run late because the brain was down.</summary>
    public bool CaughtUp { get; }

    /// <summary>Which occurrence.</summary>
    public OccurrenceKey Key => Run.Key;

    /// <summary>When it fell due (UTC).</summary>
    public DateTimeOffset Due => UtcTicks.ToInstant(DueTicks);

    /// <summary>After this instant it must not start (UTC).</summary>
    public DateTimeOffset Expires => UtcTicks.ToInstant(ExpiresTicks);

    /// <summary>Not before this instant (UTC): when it fell due, or its retry does.</summary>
    public DateTimeOffset ReadyAt => UtcTicks.ToInstant(ReadyTicks);

    /// <summary>The row's priority, 1–10; a reload may change it.</summary>
    public int Priority => Task.Priority;

    /// <summary>The priority that counts now: raised by waiting.</summary>
    public int EffectivePriority { get; internal set; }

    /// <summary>Why it can't start, or None.</summary>
    public Hold Hold { get; internal set; }

    /// <summary>How long it has waited for its needs so far.</summary>
    public TimeSpan NeedsWait { get; internal set; }

    /// <summary>Those of its task that wait, itself among them.</summary>
    internal List<Waiter> Same { get; set; } = null!;

    /// <summary>What it is held back for, unless that is <see cref="Missing"/>.</summary>
    internal string? HeldFor { get; set; }

    /// <summary>What its row asks for and is not there.</summary>
    internal RequirementState? Missing { get; set; }

    internal DateTimeOffset HeldSince { get; set; }

    internal long DueTicks { get; }

    internal long ExpiresTicks { get; }

    internal long ReadyTicks { get; }

    /// <summary>When its priority rises next, in ticks of UTC.</summary>
    internal long RiseTicks { get; set; }

    internal ref int ReadyPlace => ref _readyPlace;

    internal ref int TimePlace => ref _timePlace;

    internal ref int ExpiryPlace => ref _expiryPlace;

    internal ref int RisePlace => ref _risePlace;

    /// <summary>What exactly it waits for, for people; null when it is not held back.</summary>
    /// <param name="now">The present (UTC).</param>
    public string? WaitingFor(DateTimeOffset now) => HeldFor ?? Missing?.Why(now);
}
