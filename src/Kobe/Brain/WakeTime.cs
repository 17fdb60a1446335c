using System.Runtime.CompilerServices;

namespace Kobe.Brain;

/// <summary>When the loop must turn next, if no message comes before.</summary>
internal sealed class WakeTime(
    BrainState state, LaneWatch lane, Dispatch dispatch, IdleWork idle, OpeningTime opening)
{
    /// <summary>A controlled pace: the clock is read again at least this often (semantics, "Clock").</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    // For drivers whose clocks don't jump while they wait.
    private static readonly TimeSpan SleepMaxUnbounded = TimeSpan.FromDays(1);

    /// <summary>How long to sleep from the turn's reading of the clock on; never below zero.</summary>
    public TimeSpan From(bool bounded)
    {
        // What the disk refused is tried again at that pace, and nothing else can go on before.
        if (state.Book.HasFailed)
        {
            return Pace;
        }

        var mono = state.Clock.Mono;
        var sleep = bounded ? Pace : SleepMaxUnbounded;
        Sooner(NextInstant() - state.Now);
        Sooner(lane.NextMono() - mono);
        Sooner(dispatch.LimitFreeAt - mono);
        Sooner(opening.Until - mono);
        return sleep > TimeSpan.Zero ? sleep : TimeSpan.Zero;

        void Sooner(TimeSpan? other) => sleep = other < sleep ? other.Value : sleep;
    }

    /// <summary>The earlier of two instants, where null is never.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset? right) =>
        left is null || right < left ? right ?? left : left;

    private DateTimeOffset? NextInstant()
    {
        var ledger = state.Ledger;
        var change = state.Settings.Mutations.HasFlag(Mutations.ExpiryAtPlanningOnly)
            ? state.Queue.NextReadyAt
            : state.Queue.NextChange();
        var next = Earlier(change, ledger.Controls.PauseAt(state.Now)?.Until);
        if (state.Settings.Once)
        {
            return next;
        }

        if (ledger.Watermark is { } watermark)
        {
            next = Earlier(next, state.Roster.Timeline.NextDue(watermark));
            next = ledger.ClockBehind ? Earlier(next, ledger.WatermarkHigh) : next;
        }

        return state.Lane is null && state.Stopping is null && state.Roster.Whenever.Count > 0
            ? Earlier(Earlier(next, idle.NextFree), NextBoundary())
            : next;
    }

    // Filters change with the phase, and with it what an idle lane may take up.
    private DateTimeOffset NextBoundary() => state.Roster.Calendars.Default.DayAt(state.Now).SpanAt(state.Now).End;
}
