using System.CommandLine;
using Kobe.Control;
using Kobe.Core.Runs;
using Kobe.Files;
using Kobe.Markets;

namespace Kobe.CommandLine.Steering;

/// <summary><c>kobe halt</c> and <c>kobe reduce</c>: they work whether or not a brain runs or answers.</summary>
internal sealed class HaltCommand(TradingState wanted, TimeProvider time)
{
    private readonly SteeringOptions _options = new();

    /// <summary><c>kobe halt</c>.</summary>
    public static Command Make(TimeProvider time) => new HaltCommand(TradingState.HALTED, time).MakeCommand(
        "halt", "Trading state HALTED: no entries, and exits only after kobe approve-exits. Reconciling, monitoring\n"
        + "and all that doesn't trade go on. Without a brain that answers it writes KILL_SWITCH.\n"
        + "Example: kobe halt --reason \"prices look wrong\"");

    /// <summary><c>kobe reduce</c>.</summary>
    public static Command MakeReduce(TimeProvider time) => new HaltCommand(TradingState.REDUCING, time).MakeCommand(
        "reduce", "Trading state REDUCING: no entries; exits and all else go on. Without a brain that answers it\n"
        + "writes trading_state.json.\n"
        + "Example: kobe reduce --reason \"day's loss\"");

    private Command MakeCommand(string name, string about)
    {
        var command = new Command(name, about);
        _options.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var state = _options.State(result);
        var reason = _options.Reason(result).Trim();
        if (reason.Length == 0)
        {
            throw new UserError("--reason is missing: it stands in the audit line, and on every screen until it is "
                + "set back.");
        }

        var answer = SteeringCall.Post(
            state, "/api/v1/state", reason, writer => writer.WriteString("state", wanted.ToString()));
        return (answer.NobodyTookIt ? WithFiles(state, reason, answer.Words) : answer).Print(_options.Json(result));
    }

    private SteeringAnswer WithFiles(string state, string reason, string why)
    {
        var zone = new MachineZones().Find(CommonOptions.DefaultZone) ?? TimeZoneInfo.Utc;
        var files = new TradingSwitch(state, zone);
        var set = new ControlMark(time.GetUtcNow(), SteeringOptions.Actor, reason);
        var found = files.Read();
        if (wanted == TradingState.REDUCING && found.State == TradingState.HALTED)
        {
            return new(ExitCode.Failed, null, $"{why} Trading is HALTED, which is stricter; it stays so.");
        }

        var file = wanted == TradingState.HALTED ? TradingSwitch.KillFile : TradingSwitch.RecordFile;
        if (wanted == TradingState.HALTED)
        {
            files.Kill(set.By, reason);
        }
        else
        {
            files.Write(new(wanted, ExitsApproved: false, set));
        }

        return new(ExitCode.Fine, null, $"{why} {Path.Combine(state, file)} is written; a brain obeys it at its next "
            + $"turn, or when it starts. {ControlWords.OfTrading(wanted, exitsApproved: false, set, zone)}");
    }
}
