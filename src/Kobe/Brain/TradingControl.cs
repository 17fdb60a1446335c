using Kobe.Control;
using Kobe.Core.Runs;

namespace Kobe.Brain;

/// <summary>Sets the trading state: in the journal and in the files, whichever is stricter first.</summary>
internal sealed class TradingControl(BrainState state, SwitchWatch files)
{
    /// <returns>What it means now; null when the journal could not take it.</returns>
    public ControlAnswer? Set(ControlRequest request)
    {
        var trading = state.Ledger.Controls.Trading;
        return request.Verb switch
        {
            ControlVerb.Reduce when trading == TradingState.HALTED => ControlAnswer.Refused(
                "Trading is HALTED, which is stricter than REDUCING; only kobe activate sets it back."),
            ControlVerb.ApproveExits when trading != TradingState.HALTED => ControlAnswer.Refused(
                $"Trading is {trading}, so exits need no approval."),
            ControlVerb.Activate => Activate(request),
            _ => Tighten(request),
        };
    }

    // The files first: what can't be removed there would halt trading again, and nobody would know why.
    private ControlAnswer? Activate(ControlRequest request)
    {
        try
        {
            state.Switch.RemoveKillSwitch();
            state.Switch.Write(new(TradingState.ACTIVE, ExitsApproved: false,
                new(state.Now, request.By, request.Reason)));
        }
        catch (IOException error)
        {
            return ControlAnswer.Refused($"Trading stays {state.Gate().Trading}: {error.Message}");
        }

        if (!Write(request))
        {
            return null;
        }

        state.FileTrading = TradingState.ACTIVE;
        return Told(request, "");
    }

    private ControlAnswer? Tighten(ControlRequest request)
    {
        if (!Write(request))
        {
            // It holds until the journal has it: nothing starts before what a person asked for is done.
            state.FileTrading = request.Verb == ControlVerb.Halt ? TradingState.HALTED : state.FileTrading;
            return null;
        }

        try
        {
            files.Show();
            return Told(request, "");
        }
        catch (IOException error)
        {
            return Told(request, $" The file {TradingSwitch.RecordFile} could not be written ({error.Message}): "
                + "orders outside of the brain's lane don't see it.");
        }
    }

    private bool Write(ControlRequest request) => state.Book.TryWrite(
        new RunEvent.Control(state.Now, request.Verb, request.Subject, request.By, request.Reason));

    private ControlAnswer Told(ControlRequest request, string more)
    {
        var words = state.TradingWords() + more;
        state.Alerts.Raise(
            request.Verb == ControlVerb.Halt ? AlertLevel.Critical : AlertLevel.Warning, "TRADING: " + words);
        return ControlAnswer.Done(words);
    }
}
