using Kobe.Alerts;
using Kobe.Contracts;
using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>What the brain knows at the end of one turn of its loop. Never changed: any thread may read it.</summary>
/// <remarks>
/// The loop makes one a turn, so whatever is costly to make (<see cref="Records"/>, <see cref="Schedule"/>) is kept as
/// the same object while it does not change; the writer of the views compares references.
/// </remarks>
internal sealed record BrainSnapshot
{
    /// <summary>When the turn ended, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The same as <see cref="TimeProvider.GetTimestamp"/>: the loop's age counts from here.</summary>
    public required long LoopTimestamp { get; init; }

    /// <summary>When the brain started, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The same as <see cref="TimeProvider.GetTimestamp"/>.</summary>
    public required long StartedTimestamp { get; init; }

    /// <summary>The program's version.</summary>
    public required string Version { get; init; }

    /// <summary>This process.</summary>
    public required int Pid { get; init; }

    /// <summary>Turns since the start.</summary>
    public required long Cycles { get; init; }

    /// <summary>Whether starts are paused.</summary>
    public required bool Paused { get; init; }

    /// <summary><c>ACTIVE</c>, <c>REDUCING</c> or <c>HALTED</c>.</summary>
    public required string TradingState { get; init; }

    /// <summary>What pause and trading state block until when, a sentence each; empty when nothing.</summary>
    public IReadOnlyList<string> Blocked { get; init; } = [];

    /// <summary>What was loaded, whole; the same object until a reload.</summary>
    public RowsInForce? Rows { get; init; }

    /// <summary>What the market does, as of <see cref="At"/>.</summary>
    public required MarketContext Context { get; init; }

    /// <summary>The zone of the schedule, in which instants are told to people.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Up to where everything due is decided, UTC; null before the first planning.</summary>
    public DateTimeOffset? Watermark { get; init; }

    /// <summary>What runs in the lane; null when it is free.</summary>
    public CurrentRun? Current { get; init; }

    /// <summary>How many wait in the queue.</summary>
    public int QueueCount { get; init; }

    /// <summary>The first of them, in order; at most <see cref="QueuedMax"/>.</summary>
    public IReadOnlyList<QueuedRun> Queue { get; init; } = [];

    /// <summary>Single runs that wait for their time, by due; at most <see cref="QueuedMax"/>.</summary>
    public IReadOnlyList<QueuedRun> Once { get; init; } = [];

    /// <summary>What is ready to run and waits for the lane; null when nothing does.</summary>
    public OverdueRuns? Overdue { get; init; }

    /// <summary>What falls due next; null when nothing does.</summary>
    public NextDue? Next { get; init; }

    /// <summary>What was loaded.</summary>
    public required ScheduleSummary Schedule { get; init; }

    /// <summary>How the date's occurrences stand.</summary>
    public required Tally Today { get; init; }

    /// <summary>The last errors, newest first; at most <see cref="ErrorsMax"/>.</summary>
    public IReadOnlyList<RunError> LastErrors { get; init; } = [];

    /// <summary>How the journal does.</summary>
    public required JournalStanding Journal { get; init; }

    /// <summary>Occurrences that are missing from the accounting.</summary>
    public int Breaches { get; init; }

    /// <summary>A sentence on the first of them; null when there is none.</summary>
    public string? FirstBreach { get; init; }

    /// <summary>Why the brain is not ready to run tasks, a sentence each; empty when it is.</summary>
    public IReadOnlyList<string> NotReady { get; init; } = [];

    /// <summary>What wants a person's eye although work goes on, a sentence each.</summary>
    public IReadOnlyList<string> Degraded { get; init; } = [];

    /// <summary>How the alerts do.</summary>
    public AlertStanding Alerts { get; init; } = AlertStanding.Nothing;

    /// <summary>The task that started last, for the heartbeat; null when none has.</summary>
    public string? LastTask { get; init; }

    /// <summary>What the views show of the ledger; the same object while nothing in it changed.</summary>
    public BrainRecords Records { get; init; } = BrainRecords.Empty;

    /// <summary>How much of the queue is shown.</summary>
    public const int QueuedMax = 100;

    /// <summary>How many errors are shown.</summary>
    public const int ErrorsMax = 20;

    /// <summary>Whether tasks run.</summary>
    public bool IsReady => NotReady.Count == 0;
}
