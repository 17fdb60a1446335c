using System.CommandLine;
using Kobe.Config;
using Kobe.Logging;
using Kobe.Markets;

namespace Kobe.CommandLine;

/// <summary><c>kobe config</c>: every setting in force, and who set it.</summary>
internal static class ConfigCommand
{
    public static Command Make()
    {
        var command = new Command(
            "config",
            "Every setting in force and where it comes from: kobe.yaml, then the environment, then options; the later\n"
            + "one wins. Secrets are shown as set or not set, never with their value.\n"
            + "Example: KOBE_DRAIN=10s kobe config");
        var options = new BrainOptions().AddConfig(command).AddJson(command);
        command.SetAction(result =>
        {
            var config = options.Config(result, new MachineZones());
            var secrets = Secrets.Read(config, options.Sources(result).Environment, new Redaction());
            if (options.Json(result))
            {
                JsonOutput.Write(writer => ConfigView.Write(writer, config, secrets));
            }
            else
            {
                TableOutput.Write(ConfigView.Table(config, secrets));
            }

            return ExitCode.Fine;
        });
        return command;
    }
}
