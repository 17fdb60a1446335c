namespace Kobe.Core.Runs;

public abstract partial record RunEvent
{
    /// <summary>An occurrence fell due and waits for the lane.</summary>
    /// <param name="At">When it was decided, UTC; ageing counts from here.</param>
    /// <param name="Key">Which.</param>
    /// <param name="Due">When it fell due, UTC.</param>
    /// <param name="Expires">After this instant it must not start, UTC.</param>
    /// <param name="Priority">1 (critical) to 10.</param>
    public sealed record Queued(
        DateTimeOffset At, OccurrenceKey Key, DateTimeOffset Due, DateTimeOffset Expires, int Priority) : RunEvent(At);

    /// <summary>A person asked for a run: an extra planned occurrence that waits for the lane.</summary>
    /// <param name="At">When, UTC.</param>
    /// <param name="Key">A manual slot.</param>
    /// <param name="Due">When it falls due, UTC.</param>
    /// <param name="Expires">After this instant it must not start, UTC.</param>
    /// <param name="Priority">1 (critical) to 10.</param>
    /// <param name="By">Who asked.</param>
    /// <param name="Args">Arguments that replace the row's, at most <see cref="RunLimits.ArgsBytesMax"/>.</param>
    /// <param name="Force">Whether filters are left aside.</param>
    public sealed record Triggered(
        DateTimeOffset At,
        OccurrenceKey Key,
        DateTimeOffset Due,
        DateTimeOffset Expires,
        int Priority,
        string By,
        JsonText? Args = null,
        bool Force = false) : RunEvent(At)
    {
        /// <summary>Who asked.</summary>
        public string By { get; init => field = FreeText.Clean(value, RunLimits.ReasonCharsMax); } =
            FreeText.Clean(By, RunLimits.ReasonCharsMax);

        /// <summary>Arguments that replace the row's, at most <see cref="RunLimits.ArgsBytesMax"/>.</summary>
        /// <exception cref="ArgumentException">They are larger.</exception>
        public JsonText? Args { get; init => field = Bounded(value); } = Bounded(Args);

        private static JsonText? Bounded(JsonText? args) =>
            args is null || args.Value.ByteCount <= RunLimits.ArgsBytesMax
                ? args
                : throw new ArgumentException($"Arguments may be {RunLimits.ArgsBytesMax} bytes.", nameof(args));
    }

    /// <summary>An occurrence reached its final state without a start, or while it waited for another one.</summary>
    /// <param name="At">When it was decided, UTC.</param>
    /// <param name="Key">Which.</param>
    /// <param name="Due">When it fell due, UTC.</param>
    /// <param name="State">Any state but Succeeded.</param>
    /// <param name="Reason">Why, for people: <c>filter: phases</c>, <c>lag 42m</c>.</param>
    /// <param name="Into">For Coalesced: the occurrence that runs in its stead.</param>
    public sealed record Closed(
        DateTimeOffset At,
        OccurrenceKey Key,
        DateTimeOffset Due,
        FinalState State,
        string Reason,
        OccurrenceKey? Into = null) : RunEvent(At)
    {
        /// <summary>Why, for people.</summary>
        public string Reason { get; init => field = FreeText.Clean(value, RunLimits.ReasonCharsMax); } =
            FreeText.Clean(Reason, RunLimits.ReasonCharsMax);
    }

    /// <summary>What a long gap left beyond look_back: counted as Missed for a task and date, not key by key.</summary>
    /// <param name="At">When it was decided, UTC.</param>
    /// <param name="Task">The task.</param>
    /// <param name="Date">The civil date.</param>
    /// <param name="Count">How many, at least 1.</param>
    /// <param name="Through">Counted up to this due instant, inclusive, UTC: a torn batch is not counted twice.</param>
    /// <param name="Reason">Why, for people.</param>
    public sealed record BulkMissed(
        DateTimeOffset At, string Task, DateOnly Date, int Count, DateTimeOffset Through, string Reason) : RunEvent(At)
    {
        /// <summary>Why, for people.</summary>
        public string Reason { get; init => field = FreeText.Clean(value, RunLimits.ReasonCharsMax); } =
            FreeText.Clean(Reason, RunLimits.ReasonCharsMax);
    }
}
