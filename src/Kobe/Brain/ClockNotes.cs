using Kobe.Core.Runs;
using Kobe.Core.Text;

namespace Kobe.Brain;

/// <summary>Writes down what became of the clock, and keeps a jump until planning has taken account of it.</summary>
internal sealed class ClockNotes(BrainState state)
{
    /// <summary>A clock that stands further than this behind what was planned was set back.</summary>
    public static readonly TimeSpan BackMin = TimeSpan.FromMinutes(1);

    /// <summary>A jump forward or a sleep that no planning has seen yet.</summary>
    public ClockJump? Unplanned { get; private set; }

    /// <summary>Takes note of what happened since the last turn.</summary>
    /// <returns>False when the journal could not take it: nothing may be planned or started on this clock.</returns>
    public bool Note(ClockJump? jump)
    {
        // Judged by what was planned, not by the jump: small ones that add up count, and a full disk loses nothing.
        if (state.Ledger.Watermark is { } watermark && watermark - state.Now > BackMin
            && !state.Settings.Mutations.HasFlag(Mutations.ClockBackUnseen))
        {
            return NoteBack(watermark - state.Now);
        }

        if (jump is { Kind: ClockStep.Back })
        {
            state.Queue.TurnBack(state.Now);
        }
        else if (jump is { } ahead)
        {
            Unplanned = Unplanned is { Kind: ClockStep.Forward } ? Unplanned : ahead;
            state.Book.TryWrite(new RunEvent.ClockStepped(state.Now, ahead.Kind, ahead.By, state.Ledger.Epoch));
            state.Alerts.Raise(AlertLevel.Warning, ahead.Kind == ClockStep.Forward
                ? $"CLOCK: set forward by {DurationText.FormatWhole(ahead.By)}"
                : $"SUSPEND: the machine slept for {DurationText.FormatWhole(ahead.By)}");
        }

        return true;
    }

    /// <summary>Planning has seen the jump.</summary>
    public void Planned() => Unplanned = null;

    private bool NoteBack(TimeSpan by)
    {
        Unplanned = null;
        if (!state.Book.TryWrite(new RunEvent.ClockStepped(state.Now, ClockStep.Back, by, state.Ledger.Epoch + 1)))
        {
            return false;
        }

        state.Queue.TurnBack(state.Now);
        state.Alerts.Raise(AlertLevel.Critical,
            $"CLOCK: it stands {DurationText.FormatWhole(by)} behind what was planned; "
                + "entries are blocked until it catches up");
        return true;
    }
}
