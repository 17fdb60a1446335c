using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>Looks for pending occurrences that nothing brings to an end any more.</summary>
/// <remarks>None may ever be found; it is how a mistake of ours shows before a person misses something.</remarks>
internal sealed class Accountant(BrainState state)
{
    // The open runs are some hundreds at most; once a minute is soon enough to be told of it.
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    // Each turn ends what has expired; a few seconds of a slow disk are no breach.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(30);

    private TimeSpan? _looked;

    /// <summary>Looks, if it is time.</summary>
    public void Look()
    {
        if (_looked is { } looked && state.Clock.Mono - looked < Interval)
        {
            return;
        }

        _looked = state.Clock.Mono;
        if (state.Book.Problem is not null || state.Stopping is not null)
        {
            return; // What can't be written down has not happened, and the journal says so itself.
        }

        foreach (var run in state.Ledger.Open())
        {
            if (WhyBreach(run) is { } why)
            {
                state.Breaches.Add($"{run.Key} {why}.", state.Alerts);
            }
        }
    }

    private string? WhyBreach(Run run) => run.State switch
    {
        RunState.Queued when !IsQueued(run) => "is pending and not in the queue",
        RunState.Queued when state.Now - run.Expires > Slack => "has expired and still waits",
        RunState.Running when state.Lane?.Run.Key != run.Key => "runs and is not in the lane",
        _ => null,
    };

    private bool IsQueued(Run run)
    {
        foreach (var waiter in state.Queue.Of(run.Key.Task))
        {
            if (waiter.Key == run.Key)
            {
                return true;
            }
        }

        return false;
    }
}
