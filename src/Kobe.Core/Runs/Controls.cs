namespace Kobe.Core.Runs;

/// <summary>Pause and trading state as the journal's controls left them; each control makes a new value.</summary>
/// <remarks>The shell takes the stricter of this and what stands in the state directory (KILL_SWITCH).</remarks>
/// <param name="Pause">The pause in force; null when there is none.</param>
/// <param name="Trading">The trading state.</param>
/// <param name="TradingSetBy">Who set it; null when nobody has.</param>
/// <param name="ExitsApproved">Whether exits were approved since the halt.</param>
public sealed record Controls(PauseMark? Pause, TradingState Trading, ControlMark? TradingSetBy, bool ExitsApproved)
{
    /// <summary>Nothing paused, trading ACTIVE.</summary>
    public static Controls None { get; } = new(null, TradingState.ACTIVE, null, false);

    /// <summary>The pause in force at an instant; null when there is none or it has ended by itself.</summary>
    public PauseMark? PauseAt(DateTimeOffset now) => Pause is { } pause && !(pause.Until <= now) ? pause : null;

    /// <summary>What these become by a control; the same when it is none of theirs.</summary>
    public Controls With(RunEvent.Control control)
    {
        var mark = new ControlMark(control.At, control.By, control.Reason);
        return control.Verb switch
        {
            ControlVerb.Pause => this with
            {
                Pause = new(control.At, control.Subject == "all", control.Until, control.By, control.Reason),
            },
            ControlVerb.Resume => this with { Pause = null },
            ControlVerb.Halt => Set(TradingState.HALTED),
            ControlVerb.Reduce => Set(TradingState.REDUCING),
            ControlVerb.Activate => Set(TradingState.ACTIVE),
            ControlVerb.ApproveExits => this with { ExitsApproved = Trading == TradingState.HALTED },
            _ => this,
        };

        Controls Set(TradingState state) =>
            this with { Trading = state, TradingSetBy = mark, ExitsApproved = false };
    }
}
