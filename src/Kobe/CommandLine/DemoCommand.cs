using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Kobe.Config;
using Kobe.Files;
using Kobe.Logging;
using Kobe.Markets;
using Kobe.Replay;
using Kobe.Replay.Demo;
using Kobe.Simulation;

namespace Kobe.CommandLine;

/// <summary><c>kobe demo</c>: a replayed half day in which things go wrong, told while it runs.</summary>
internal sealed class DemoCommand
{
    private const double SpeedUsual = 180;
    private const double SpeedMax = 1_000_000;

    // The Friday after Thanksgiving: trading ends at 13:00.
    private static readonly DateOnly Day = new(2026, 11, 27);

    private readonly Option<string> _speed = new("--speed")
    {
        Description = $"How many times as fast as the clock on the wall while the market is open [{SpeedUsual}]",
        HelpName = "X",
    };

    private readonly ReplayOptions _options = new();

    public static Command Make() => new DemoCommand().MakeCommand();

    private Command MakeCommand()
    {
        var command = new Command(
            "demo",
            "A half day in two minutes, with the real brain and the real handlers on made-up prices: old prices, a\n"
            + "handler that throws, one that hangs, a broker that answers 500, a halt. No keys, no network, no money.\n"
            + "Exit code 1 when one of them did not go as it should.\n"
            + "Example: kobe demo --speed 360");
        command.Options.Add(_speed);
        _options.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var config = _options.Config(result);
        var zone = CommonOptions.FindZone(CommonOptions.DefaultZone, new MachineZones());
        var script = new DemoScript(Day, zone, Speed(result));
        var plan = new ReplayPlan(Day, Day, zone)
        {
            Pace = script.Pace, IsTrial = true, Seed = DemoScript.Seed,
            Limits = new() { KillGrace = config.KillGrace, RealMin = TimeSpan.Zero },
        };
        var folder = _options.State(result) ?? ReplayFolder.Fresh("state", plan, "demo");
        var files = _options.Files(result, folder);
        if (!Directory.Exists(files.Schedule))
        {
            throw new UserError($"The schedule directory '{files.Schedule}' is missing. Name one with --schedule DIR.");
        }

        ReplayFolder.Open(folder, plan);
        var isQuiet = _options.Json(result);
        void Tell(string line)
        {
            if (!isQuiet)
            {
                Terminal.Write(new StringBuilder(line).Append('\n'));
            }
        }

        Begin(Tell, folder);
        var clock = new SimulatedClock(plan.Begin);
        using var log = LogSetup.MakeQuiet(config, folder, new ReplayTime(clock), new Redaction());
        var story = new DemoStory(script, zone, clock, folder, Tell);
        var session = new ReplaySession(
            plan, config with { Zone = zone }, files with { Schedule = script.Lay(folder, files.Schedule) },
            ConfigSources.ProcessEnvironment(), log, clock)
        {
            Written = story.Written, Raised = story.Raised, Acts = story.Acts,
        };
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var outcome = session.Run();
        var incidents = story.Seen.Judge(outcome.Desk.Of(Day)).ToList();
        if (isQuiet)
        {
            JsonOutput.Write(writer => DemoView.Write(writer, outcome, incidents));
        }
        else
        {
            ReplayText.Write(outcome);
            End(Tell, incidents, folder);
        }

        return outcome is { IsFinished: true, Broken: 0 } && incidents.TrueForAll(incident => incident.Went)
            ? ExitCode.Fine
            : ExitCode.Failed;

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            session.Stop();
        }
    }

    private static void Begin(Action<string> tell, string folder)
    {
        tell($"KOBE DEMO: {Day:dddd yyyy-MM-dd}, the day after Thanksgiving: the market closes at 13:00 (New York).");
        tell("Prices are SYNTHETIC, money is paper, no key is used and nothing leaves this machine. The brain, its");
        tell("journal, the runner and the handlers are the real ones; only the clock is faster.");
        tell($"State: {folder}. While it runs, or later, in another terminal:");
        tell($"  kobe history --date {Day:yyyy-MM-dd} --state {folder}");
        tell($"  kobe orders --state {folder}");
        tell("");
    }

    private static void End(
        Action<string> tell, IReadOnlyList<(string Name, bool Went, string What)> incidents, string folder)
    {
        tell("");
        foreach (var (name, went, what) in incidents)
        {
            tell($"{(went ? "  ok     " : "  NOT SO ")} {name}: {what}");
        }

        tell("");
        tell($"Look at: kobe history --date {Day:yyyy-MM-dd} --state {folder}   kobe pnl --state {folder}");
        tell("Next:    kobe plan, kobe run, kobe replay --date 2026-11-27 --data my-bars");
    }

    private double Speed(ParseResult result) => result.GetValue(_speed) is not { } text ? SpeedUsual
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed)
            && speed is >= 1 and <= SpeedMax
                ? speed
        : throw new UserError($"--speed '{text}' is no number from 1. Write 360 for twice the usual speed.");
}
