namespace Kobe.Core.Runs;

/// <summary>What is known of a task across its occurrences. Changed by the ledger alone.</summary>
public sealed class TaskStanding
{
    /// <summary>Crashes older than this no longer count.</summary>
    public static readonly TimeSpan CrashSpan = TimeSpan.FromHours(24);

    // Two quarantine the task; a few more can come while a person looks.
    private const int CrashesKept = 8;

    // Never changed, only replaced: a clone has the same.
    private DateTimeOffset[] _crashes = [];

    internal TaskStanding(string task) => Task = task;

    /// <summary>Its id.</summary>
    public string Task { get; }

    /// <summary>The occurrence that started last; null when none has.</summary>
    public OccurrenceKey? LastKey { get; internal set; }

    /// <summary>When that was, UTC.</summary>
    public DateTimeOffset? LastStartedAt { get; internal set; }

    /// <summary>When its last attempt ended, UTC; the cooldown of <c>whenever</c> counts from here.</summary>
    public DateTimeOffset? LastEndedAt { get; internal set; }

    /// <summary>How that attempt ended.</summary>
    public RunResult? LastResult { get; internal set; }

    /// <summary>How its last started occurrence ended; null while it has not.</summary>
    public FinalState? LastFinal { get; internal set; }

    /// <summary>Started occurrences that ended Failed or Interrupted since the last one that Succeeded.</summary>
    public int Failures { get; internal set; }

    /// <summary>Why it is in quarantine; null when it is not.</summary>
    public ControlMark? Quarantine { get; internal set; }

    /// <summary>Who disabled it; null when nobody did.</summary>
    public ControlMark? Disabled { get; internal set; }

    /// <summary>When the crashes that may still count happened, UTC, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Crashes => _crashes;

    internal DateTimeOffset Touched { get; set; }

    /// <summary>Crashes in the 24 h that end at <paramref name="now"/>.</summary>
    public int CrashesBy(DateTimeOffset now) => _crashes.Count(crash => now - crash < CrashSpan);

    internal void Crash(DateTimeOffset at)
    {
        var young = _crashes.Where(crash => at - crash < CrashSpan).TakeLast(CrashesKept - 1);
        _crashes = [.. young, at];
    }

    internal void ForgetCrashes() => _crashes = [];

    internal bool SameAs(TaskStanding other) =>
        (LastKey, LastStartedAt, LastEndedAt, LastResult, LastFinal, Failures, Quarantine, Disabled, Touched) ==
            (other.LastKey, other.LastStartedAt, other.LastEndedAt, other.LastResult, other.LastFinal, other.Failures,
                other.Quarantine, other.Disabled, other.Touched)
        && _crashes.SequenceEqual(other._crashes);

    internal TaskStanding Clone() => (TaskStanding)MemberwiseClone();
}
