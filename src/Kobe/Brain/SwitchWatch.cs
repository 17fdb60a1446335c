using Kobe.Control;
using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>Keeps the loop in step with the files that switch trading: the stricter of both holds.</summary>
/// <remarks>Asked in every turn, so before every start. Files loosen nothing: that takes a person's
/// control.</remarks>
internal sealed class SwitchWatch(BrainState state)
{
    private bool _killSeen;
    private SwitchReading _last;
    private bool _isRead;

    /// <summary>Looks at the files; what is stricter there comes into the journal.</summary>
    /// <returns>False when the journal could not take it: it holds all the same.</returns>
    public bool Look()
    {
        var found = state.Switch.Read();
        var isNew = found.KillSwitch && !_killSeen && _isRead;
        _killSeen = found.KillSwitch;
        state.FileTrading = found.State;
        var controls = state.Ledger.Controls;
        if (found.State > controls.Trading || (isNew && controls.ExitsApproved))
        {
            return TakeOver(found);
        }

        // The journal is stricter, or there is no file: everybody else reads the file.
        if (!_isRead || found != _last)
        {
            Show(found);
        }

        _isRead = true;
        _last = found;
        return true;
    }

    /// <summary>Puts the journal's state into the file.</summary>
    /// <exception cref="IOException">It could not.</exception>
    public void Show()
    {
        var controls = state.Ledger.Controls;
        var set = controls.TradingSetBy ?? new ControlMark(state.Now, "kobe", "first start");
        state.Switch.Write(new(controls.Trading, controls.ExitsApproved, set));
    }

    private void Show(SwitchReading found)
    {
        var controls = state.Ledger.Controls;
        if (found.Record is { } record && record.State == controls.Trading
            && record.ExitsApproved == controls.ExitsApproved)
        {
            return;
        }

        try
        {
            Show();
        }
        catch (IOException error)
        {
            state.Alerts.Raise(AlertLevel.Warning, $"TRADING: {TradingSwitch.RecordFile} can't be written: "
                + error.Message);
        }
    }

    private bool TakeOver(SwitchReading found)
    {
        var (by, reason) = found.KillSwitch
            ? (found.By, found.Reason)
            : (found.Record!.Set.By, found.Record.Set.Reason);
        var verb = found.State == TradingState.HALTED ? ControlVerb.Halt : ControlVerb.Reduce;
        state.GateChanged = true;
        if (!state.Book.TryWrite(new RunEvent.Control(state.Now, verb, "", by, reason)) || !state.Book.TrySync())
        {
            return false;
        }

        _isRead = true;
        state.Alerts.Raise(AlertLevel.Critical, "TRADING: " + state.TradingWords());
        return true;
    }
}
