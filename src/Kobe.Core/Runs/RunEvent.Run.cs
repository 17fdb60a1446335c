namespace Kobe.Core.Runs;

public abstract partial record RunEvent
{
    /// <summary>A handler is about to be called: durable before the call.</summary>
    /// <param name="At">When, UTC.</param>
    /// <param name="Key">Which.</param>
    /// <param name="Start">1 for the key's first start, then one more each time.</param>
    /// <param name="Attempt">One more than the attempts used; a start after a snooze or pre-emption repeats it.</param>
    public sealed record Started(DateTimeOffset At, OccurrenceKey Key, int Start, int Attempt) : RunEvent(At);

    /// <summary>The attempt that was started is over: durable before the next dequeue.</summary>
    /// <param name="At">When, UTC.</param>
    /// <param name="Key">Which.</param>
    /// <param name="Start">The number of its start.</param>
    /// <param name="Attempt">The number of its attempt.</param>
    /// <param name="Result">How it ended.</param>
    /// <param name="Next">What follows.</param>
    /// <param name="DurationMs">How long it ran by the monotonic clock, in milliseconds, rounded.</param>
    /// <param name="Reason">Why, for people.</param>
    /// <param name="Error">The error's text, cut to <see cref="RunLimits.ErrorCharsMax"/>.</param>
    /// <param name="Crashed">Whether its process died or was killed by its own doing; two a day quarantine.</param>
    /// <param name="Payload">Evidence, facts and discoveries.</param>
    public sealed record Ended(
        DateTimeOffset At,
        OccurrenceKey Key,
        int Start,
        int Attempt,
        RunResult Result,
        NextStep Next,
        long DurationMs,
        string? Reason = null,
        string? Error = null,
        bool Crashed = false,
        RunPayload? Payload = null) : RunEvent(At)
    {
        /// <summary>Why, for people.</summary>
        public string? Reason { get; init => field = FreeText.Maybe(value, RunLimits.ReasonCharsMax); } =
            FreeText.Maybe(Reason, RunLimits.ReasonCharsMax);

        /// <summary>The error's text, cut to <see cref="RunLimits.ErrorCharsMax"/>.</summary>
        public string? Error { get; init => field = FreeText.Maybe(value, RunLimits.ErrorCharsMax); } =
            FreeText.Maybe(Error, RunLimits.ErrorCharsMax);
    }

    /// <summary>The handler was asked about an attempt whose end is unknown.</summary>
    /// <param name="At">When, UTC.</param>
    /// <param name="Key">Which.</param>
    /// <param name="Start">The start that was asked about.</param>
    /// <param name="Answer">What it said.</param>
    /// <param name="Next">What follows; Final(Succeeded) only when done.</param>
    public sealed record Reconciled(
        DateTimeOffset At, OccurrenceKey Key, int Start, ReconcileAnswer Answer, NextStep Next) : RunEvent(At);

    /// <summary>A person resolved a held occurrence, or one whose handler gives no answer.</summary>
    /// <param name="At">When, UTC.</param>
    /// <param name="Key">Which.</param>
    /// <param name="How">Done, rerun or drop.</param>
    /// <param name="By">Who.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Expires">For rerun: the new expiry, UTC; without it the old one holds.</param>
    public sealed record Resolved(
        DateTimeOffset At,
        OccurrenceKey Key,
        Resolution How,
        string By,
        string Reason,
        DateTimeOffset? Expires = null) : RunEvent(At)
    {
        /// <summary>Who.</summary>
        public string By { get; init => field = FreeText.Clean(value, RunLimits.ReasonCharsMax); } =
            FreeText.Clean(By, RunLimits.ReasonCharsMax);

        /// <summary>Why.</summary>
        public string Reason { get; init => field = FreeText.Clean(value, RunLimits.ReasonCharsMax); } =
            FreeText.Clean(Reason, RunLimits.ReasonCharsMax);
    }
}
