using System.CommandLine;
using Kobe.Brain;
using Kobe.Config;
using Kobe.Core.Runs;
using Kobe.Logging;
using Kobe.Markets;

namespace Kobe.CommandLine;

/// <summary><c>kobe run</c>: the brain, until a signal; and <c>kobe once</c>: one cycle of it.</summary>
internal static class RunCommand
{
    public static Command Make(TimeProvider time)
    {
        var command = new Command(
            "run",
            "The brain: plans what is due and runs it, one at a time, until SIGTERM or Ctrl-C; a second signal does\n"
            + "not wait for what runs.\n"
            + "Example: kobe run --urls http://127.0.0.1:8081 --drain 10s");
        var lastGood = new Option<string>("--last-good")
        {
            Description = "When the schedule is wrong, start on the last good one, with an alert",
            Arity = ArgumentArity.Zero,
        };
        command.Options.Add(lastGood);
        var options = new BrainOptions().AddState(command).AddConfig(command).AddFolders(command);
        command.SetAction(result => Run(
            result, options, time, once: false, lastGood: result.GetResult(lastGood) is not null));
        return command;
    }

    public static Command MakeOnce(TimeProvider time)
    {
        var command = new Command(
            "once",
            "One cycle: everything due since the last planning, in order, then one idle task, then the end. Exit\n"
            + "code 1 when anything failed.\n"
            + "Example: kobe once --json");
        var options = new BrainOptions().AddState(command).AddConfig(command).AddFolders(command).AddJson(command);
        command.SetAction(result => Run(result, options, time, once: true));
        return command;
    }

    private static int Run(
        ParseResult result, BrainOptions options, TimeProvider time, bool once, bool lastGood = false)
    {
        var config = options.Config(result, new MachineZones());
        var environment = ConfigSources.ProcessEnvironment();
        var redaction = new Redaction();
        var secrets = Secrets.Read(config, environment, redaction);
        var files = options.Files(result);
        Operation.OwnerDirectory.Make(files.State);
        using var log = LogSetup.Make(config, files.State, time, redaction);
        var ends = new List<RunEvent>();
        var process = new BrainProcess(config, secrets, files, environment, time, log) { LastGood = lastGood };
        var code = process.Run(once, once ? ends.Add : null);
        if (once)
        {
            OnceReport.Write(ends, process.Next, options.Json(result), config.Zone);
        }

        return code;
    }
}
