using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>The time before the loop opens, which belongs to the on_start rows: a minute for all of them.</summary>
internal sealed class OpeningTime(BrainState state)
{
    /// <summary>When it ends, by the monotonic clock; null once the loop is open.</summary>
    public TimeSpan? Until { get; private set; }

    public void Begin() => Until = state.Clock.Mono + state.Settings.OnStartLimit;

    /// <summary>Opens the loop when all have ended or the time is up: what has not started by then does not.</summary>
    public void Look()
    {
        if (Until is null || (state.Opening.Count > 0 && state.Clock.Mono < Until))
        {
            return;
        }

        foreach (var waiter in state.Queue.InOrder().Where(waiter => state.Opening.Contains(waiter.Key)))
        {
            // A reconcile goes on trying; entries wait for it.
            if (!state.UnreconciledStarts.Contains(waiter.Key)
                && !Waiting.Close(state, waiter, FinalState.Skipped, "on_start rows had no time left"))
            {
                return;
            }
        }

        state.Opening.Clear();
        state.GateChanged = true;
        Until = null;
    }
}
