using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using Kobe.Config;
using Kobe.Files;
using Kobe.Logging;
using Kobe.Replay;
using Kobe.Simulation;

namespace Kobe.CommandLine;

/// <summary><c>kobe replay</c>: days that have been, or might have, with the real brain and real handlers.</summary>
internal sealed class ReplayCommand
{
    private const double SpeedMax = 1_000_000_000;
    private const int DaysMax = 3_660;

    private readonly Option<string> _date = new("--date") { Description = "The day", HelpName = "DATE" };

    private readonly Option<string> _from = new("--from") { Description = "The first day", HelpName = "DATE" };

    private readonly Option<string> _to = new("--to") { Description = "The last day", HelpName = "DATE" };

    private readonly Option<string> _speed = new("--speed")
    {
        Description = "How many times as fast as the clock on the wall [as fast as it can]", HelpName = "X",
    };

    private readonly Option<string> _data = new("--data")
    {
        Description = "A folder with daily/SYMBOL.csv, and factors/ and minute/ where there are any [made-up bars]",
        HelpName = "DIR",
    };

    private readonly Option<string> _seed =
        new("--seed") { Description = "What made-up bars follow from [1]", HelpName = "N" };

    private readonly ReplayOptions _options = new();

    public static Command Make() => new ReplayCommand().MakeCommand();

    private Command MakeCommand()
    {
        var command = new Command(
            "replay",
            "Days on a clock that jumps: the brain's own loop and journal, the real handlers in a real runner, a\n"
            + "paper account, all in a state directory of its own. Ends with a card for each day. Exit code 1 when a\n"
            + "law is broken or it was stopped; the same command with --state goes on.\n"
            + "Example: kobe replay --date 2026-11-27 --data my-bars");
        Option[] own = [_date, _from, _to, _speed, _data, _seed];
        foreach (var option in own)
        {
            command.Options.Add(option);
        }

        _options.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var config = _options.Config(result);
        var plan = Plan(result, config);
        var folder = _options.State(result) ?? ReplayFolder.Fresh("state", plan);
        var files = _options.Files(result, folder);
        ReplayFolder.Open(folder, plan);
        var clock = new SimulatedClock(plan.Begin);
        using var log = LogSetup.MakeQuiet(config, folder, new ReplayTime(clock), new Redaction());
        using var progress = new ReplayProgress(plan, clock);
        var session = new ReplaySession(plan, config, files, ConfigSources.ProcessEnvironment(), log, clock)
        {
            Turned = progress.Look,
        };
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var outcome = session.Run();
        progress.Clear();
        if (_options.Json(result))
        {
            JsonOutput.Write(writer => ReplayView.Write(writer, outcome));
        }
        else
        {
            ReplayText.Write(outcome);
        }

        return outcome is { IsFinished: true, Broken: 0 } ? ExitCode.Fine : ExitCode.Failed;

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            session.Stop();
        }
    }

    private ReplayPlan Plan(ParseResult result, KobeConfig config)
    {
        var (from, to) = Days(result);
        if (from > to)
        {
            throw new UserError($"--from {from:yyyy-MM-dd} lies after --to {to:yyyy-MM-dd}. Swap them.");
        }

        if (to.DayNumber - from.DayNumber >= DaysMax)
        {
            throw new UserError($"{to.DayNumber - from.DayNumber + 1} days are too many; replay {DaysMax} at most.");
        }

        return new(from, to, config.Zone)
        {
            Speed = Speed(result),
            Seed = Seed(result),
            Bars = result.GetValue(_data) is { } data ? BarFolder.Checked(data) : null,
            Limits = new() { KillGrace = config.KillGrace },
        };
    }

    private (DateOnly From, DateOnly To) Days(ParseResult result)
    {
        var (date, from, to) = (result.GetValue(_date), result.GetValue(_from), result.GetValue(_to));
        if (date is not null)
        {
            return from is null && to is null && TimeArgument.Date("--date", date) is var day
                ? (day, day)
                : throw new UserError("--date is one day; --from and --to are several. Leave one or the other out.");
        }

        return from is null || to is null
            ? throw new UserError("Which days? Write --date 2026-11-27, or --from 2026-11-23 --to 2026-11-27.")
            : (TimeArgument.Date("--from", from), TimeArgument.Date("--to", to));
    }

    private double? Speed(ParseResult result)
    {
        if (result.GetValue(_speed) is not { } text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed)
            && speed is > 0 and <= SpeedMax
                ? speed
                : throw new UserError($"--speed '{text}' is no number above 0. Write 60 for a minute in a second.");
    }

    private int Seed(ParseResult result)
    {
        if (result.GetValue(_seed) is not { } text)
        {
            return 1;
        }

        if (result.GetValue(_data) is not null)
        {
            throw new UserError("--seed is for made-up bars, and --data names real ones. Leave one of them out.");
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new UserError($"--seed '{text}' is no number from 0 to {int.MaxValue}.");
    }
}
