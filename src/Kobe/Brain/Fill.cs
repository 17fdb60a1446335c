using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>Fills the free lane: a question about a run in doubt first, then the first in the order, then idle
/// work.</summary>
internal sealed class Fill(BrainState state, Dispatch dispatch, IdleWork idle, LaneWatch lane, Ending ending)
{
    private bool _idleTaken;

    /// <summary>Whether a single cycle has nothing left to start.</summary>
    public bool CycleIsOver { get; private set; }

    public void Look()
    {
        if (state.Lane is not null)
        {
            // Only what is critical is looked at before the lane is free.
            if (state.Lane.Task.Priority > 1 && state.Queue.First is { Priority: 1 }
                && dispatch.First() is { Priority: 1 })
            {
                lane.GiveWay();
            }

            return;
        }

        // In doubt first: nothing new starts before it is known what became of it.
        var doubtLast = state.Settings.Mutations.HasFlag(Mutations.DoubtLast) && dispatch.First() is not null;
        if (!doubtLast && NextQuestion() is { } question)
        {
            if (state.Book.OwesSync && !state.Book.TrySync())
            {
                return;
            }

            dispatch.Ask(question, state.Roster.Find(question.Key.Task)!);
        }
        else if (dispatch.First() is { } first)
        {
            dispatch.Start(first);
            if (state.Settings.Mutations.HasFlag(Mutations.EndsBeforeEffect))
            {
                ending.Write();
            }
        }
        else if (!state.Book.HasFailed && state.Queue.ReadyCount == 0)
        {
            Idle();
        }
    }

    private void Idle()
    {
        if (state.Settings.Once && _idleTaken)
        {
            CycleIsOver = true;
            return;
        }

        // A single cycle has nothing to make room for.
        var room = state.Settings.Once ? null
            : WakeTime.Earlier(state.Roster.Timeline.NextDue(state.Now), state.Queue.NextReadyAt);
        var next = idle.Pick(room);
        _idleTaken = next is not null;
        CycleIsOver = state.Settings.Once && next is null && state.Opening.Count == 0;
        if (next is not null)
        {
            dispatch.Start(next);
        }
    }

    private Run? NextQuestion()
    {
        if (state.Ledger.ReconcilingCount == 0)
        {
            return null;
        }

        foreach (var run in state.Ledger.Reconciling())
        {
            if (WhyNotAsked(run) is not { } why)
            {
                return run;
            }

            ending.Hold(run, why);
        }

        return null;
    }

    private string? WhyNotAsked(Run run) => state.Roster.Find(run.Key.Task) is not { } task ? "its row is gone"
        : !state.Roster.CanReconcile(task) ? "its handler can't be asked"
        : !state.Context().Available(task) ? "its handler is unavailable"
        : null;
}
