using Kobe.Core.Queueing;
using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>Ends a waiting occurrence without a start.</summary>
internal static class Waiting
{
    /// <returns>False when the journal could not take it: it goes on waiting.</returns>
    public static bool Close(
        BrainState state, Waiter waiter, FinalState final, string reason, OccurrenceKey? into = null)
    {
        if (!state.Book.TryWrite(new RunEvent.Closed(state.Now, waiter.Key, waiter.Due, final, reason, into)))
        {
            return false;
        }

        state.Queue.Remove(waiter);
        state.Opening.Remove(waiter.Key);
        AlertRules.AfterClose(state, waiter.Task, waiter.Key, final, reason);
        return true;
    }
}
