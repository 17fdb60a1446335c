namespace Kobe.Core.Runs;

public abstract partial record RunEvent
{
    /// <summary>A brain started.</summary>
    /// <param name="At">When, UTC.</param>
    /// <param name="Boot">Its number, counted up from 1; names the slots of on_start runs.</param>
    /// <param name="Version">The program's version.</param>
    /// <param name="Pid">Its process id, for people.</param>
    public sealed record Booted(DateTimeOffset At, int Boot, string Version, int Pid) : RunEvent(At)
    {
        /// <summary>The program's version.</summary>
        public string Version { get; init => field = FreeText.Clean(value, RunLimits.ReasonCharsMax); } =
            FreeText.Clean(Version, RunLimits.ReasonCharsMax);
    }

    /// <summary>A schedule came into force at <see cref="RunEvent.At"/>, until the next one does.</summary>
    /// <param name="At">From when, UTC.</param>
    /// <param name="ScheduleHash">SHA-256 of the schedule, in hex.</param>
    /// <param name="Tasks">How many rows it has.</param>
    public sealed record Loaded(DateTimeOffset At, string ScheduleHash, int Tasks) : RunEvent(At)
    {
        /// <summary>SHA-256 of the schedule, in hex.</summary>
        public string ScheduleHash { get; init => field = FreeText.Clean(value, RunLimits.ReasonCharsMax); } =
            FreeText.Clean(ScheduleHash, RunLimits.ReasonCharsMax);
    }

    /// <summary>All that fell due up to the watermark is decided and written before this line.</summary>
    /// <remarks>It never goes back by itself: a step back of the clock takes it back.</remarks>
    /// <param name="At">When, UTC.</param>
    /// <param name="Watermark">The instant up to which, inclusive, UTC.</param>
    public sealed record Planned(DateTimeOffset At, DateTimeOffset Watermark) : RunEvent(At);

    /// <summary>The wall clock moved otherwise than the monotonic one, or is behind the watermark at a start.</summary>
    /// <remarks>A step back takes the ledger's watermark back to <see cref="RunEvent.At"/>.</remarks>
    /// <param name="At">The wall clock after the step, UTC.</param>
    /// <param name="Kind">Forward, back, or the machine slept.</param>
    /// <param name="By">How far, positive; kept in whole milliseconds.</param>
    /// <param name="Epoch">The epoch from now on: one more than before after a step back, else as before.</param>
    public sealed record ClockStepped(DateTimeOffset At, ClockStep Kind, TimeSpan By, int Epoch) : RunEvent(At)
    {
        /// <summary>How far, positive; kept in whole milliseconds.</summary>
        public TimeSpan By { get; init => field = Whole(value); } = Whole(By);

        private static TimeSpan Whole(TimeSpan by) =>
            TimeSpan.FromTicks(by.Ticks - (by.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>The brain ended in order; without it the next start knows of a crash.</summary>
    /// <param name="At">When, UTC.</param>
    /// <param name="Reason">Why: the signal, or once.</param>
    public sealed record Stopped(DateTimeOffset At, string Reason) : RunEvent(At)
    {
        /// <summary>Why: the signal, or once.</summary>
        public string Reason { get; init => field = FreeText.Clean(value, RunLimits.ReasonCharsMax); } =
            FreeText.Clean(Reason, RunLimits.ReasonCharsMax);
    }
}
