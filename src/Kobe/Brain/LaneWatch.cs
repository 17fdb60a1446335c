using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>Ends what runs too long, stands in a critical one's way, or is still there when the brain stops.</summary>
internal sealed class LaneWatch(BrainState state)
{
    /// <summary>Cancels and kills what is due for it.</summary>
    public void Look()
    {
        if (state.Lane is not { HasEnded: false } lane)
        {
            return;
        }

        var mono = state.Clock.Mono;
        if (state.DrainMono is { } drain && mono >= drain && lane.KillMono is null)
        {
            Cancel(lane, EndCause.Stop, state.Settings.KillGrace);
        }

        if (mono >= lane.CancelMono && lane.KillMono is null)
        {
            Cancel(lane, EndCause.Timeout, state.Settings.KillGrace);
        }

        if (lane.KillMono <= mono && !lane.KillAsked)
        {
            lane.KillAsked = true;
            state.Host.Kill($"{lane.Run.Key}: {Why(lane.Cause)}");
        }
    }

    /// <summary>Lets what runs give way when a critical occurrence is first in the order.</summary>
    public void GiveWay()
    {
        if (state.Settings.Mutations.HasFlag(Mutations.NoPreemption)
            || state.Lane is not { KillAsked: false, IsQuestion: false, HasEnded: false } lane
            || lane.Task.Priority <= 1
            || lane.Run.Preemptions >= EndPolicy.PreemptionsMax || !state.Roster.IsPreemptible(lane.Task))
        {
            return;
        }

        if (lane.KillMono is not { } kill)
        {
            Cancel(lane, EndCause.Preemption, state.Settings.PreemptGrace);
            return;
        }

        // It is being ended already, for its time limit, say: that must not take longer than giving way does.
        var sooner = state.Clock.Mono + state.Settings.PreemptGrace;
        lane.KillMono = sooner < kill ? sooner : kill;
    }

    /// <summary>Ends what runs because a person said so.</summary>
    public void CancelFor(string by)
    {
        if (state.Lane is { KillMono: null, HasEnded: false } lane)
        {
            lane.CancelledBy = by;
            Cancel(lane, EndCause.Person, state.Settings.KillGrace);
        }
    }

    /// <summary>The next instant, by the monotonic clock, at which there is something to do; or null.</summary>
    public TimeSpan? NextMono() => state.Lane is not { HasEnded: false } lane ? null
        : lane.KillAsked ? null
        : lane.KillMono ?? (state.DrainMono < lane.CancelMono ? state.DrainMono : lane.CancelMono);

    private void Cancel(Lane lane, EndCause cause, TimeSpan grace)
    {
        lane.Cause = cause;
        lane.KillMono = state.Clock.Mono + grace;
        state.Host.Cancel(lane.Start);
    }

    private static string Why(EndCause cause) => cause switch
    {
        EndCause.Preemption => "a critical one waits",
        EndCause.Person => "cancelled",
        EndCause.Stop => "the brain stops",
        _ => "time limit",
    };
}
