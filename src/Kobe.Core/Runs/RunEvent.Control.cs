namespace Kobe.Core.Runs;

public abstract partial record RunEvent
{
    /// <summary>A task crashed too often: none of its occurrences run until a person says so.</summary>
    /// <param name="At">When, UTC.</param>
    /// <param name="Task">Which.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Quarantined(DateTimeOffset At, string Task, string Reason) : RunEvent(At)
    {
        /// <summary>Why.</summary>
        public string Reason { get; init => field = FreeText.Clean(value, RunLimits.ReasonCharsMax); } =
            FreeText.Clean(Reason, RunLimits.ReasonCharsMax);
    }

    /// <summary>A person let a quarantined task run again; its crashes are forgotten.</summary>
    /// <param name="At">When, UTC.</param>
    /// <param name="Task">Which.</param>
    /// <param name="By">Who.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Unquarantined(DateTimeOffset At, string Task, string By, string Reason) : RunEvent(At)
    {
        /// <summary>Who.</summary>
        public string By { get; init => field = FreeText.Clean(value, RunLimits.ReasonCharsMax); } =
            FreeText.Clean(By, RunLimits.ReasonCharsMax);

        /// <summary>Why.</summary>
        public string Reason { get; init => field = FreeText.Clean(value, RunLimits.ReasonCharsMax); } =
            FreeText.Clean(Reason, RunLimits.ReasonCharsMax);
    }

    /// <summary>A person, or a breaker, used a control; it is the audit line too.</summary>
    /// <param name="At">When, UTC.</param>
    /// <param name="Verb">What.</param>
    /// <param name="Subject">On what: a task id, a key, <c>all</c>; empty for the whole scheduler.</param>
    /// <param name="By">Who.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Until">For pause: when it ends by itself, UTC.</param>
    public sealed record Control(
        DateTimeOffset At,
        ControlVerb Verb,
        string Subject,
        string By,
        string Reason,
        DateTimeOffset? Until = null) : RunEvent(At)
    {
        /// <summary>On what: a task id, a key, <c>all</c>; empty for the whole scheduler.</summary>
        public string Subject { get; init => field = FreeText.Clean(value, RunLimits.ReasonCharsMax); } =
            FreeText.Clean(Subject, RunLimits.ReasonCharsMax);

        /// <summary>Who.</summary>
        public string By { get; init => field = FreeText.Clean(value, RunLimits.ReasonCharsMax); } =
            FreeText.Clean(By, RunLimits.ReasonCharsMax);

        /// <summary>Why.</summary>
        public string Reason { get; init => field = FreeText.Clean(value, RunLimits.ReasonCharsMax); } =
            FreeText.Clean(Reason, RunLimits.ReasonCharsMax);
    }
}
