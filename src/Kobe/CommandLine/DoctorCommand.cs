using System.CommandLine;
using Kobe.Alerts;
using Kobe.Config;
using Kobe.Doctor;
using Kobe.Logging;
using Kobe.Markets;

namespace Kobe.CommandLine;

/// <summary><c>kobe doctor</c>: looks at all that a brain needs, and says what mends what is not right.</summary>
internal static class DoctorCommand
{
    public static Command Make(TimeProvider time)
    {
        var command = new Command(
            "doctor",
            "Looks at clock, zone data, disk, permissions, port, schedule, plugins, channels and broker: each line is\n"
            + "ok, or has the command that mends it. Asks Telegram who the bot is, if one is configured, and sends "
            + "nothing.\n"
            + "Exit code 1 when something is bad.\n"
            + "Example: kobe doctor --json");
        var options = new BrainOptions().AddState(command).AddConfig(command).AddFolders(command).AddJson(command);
        command.SetAction(async (result, cancellation) =>
        {
            var findings = await Look(result, options, time, cancellation).ConfigureAwait(false);
            Write(findings, options.Json(result));
            return findings.Exists(finding => finding.Verdict == Verdict.Bad) ? ExitCode.Failed : ExitCode.Fine;
        });
        return command;
    }

    private static async Task<List<Finding>> Look(
        ParseResult result, BrainOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var config = options.Config(result, new MachineZones());
        var files = options.Files(result);
        var environment = options.Sources(result).Environment;
        var redaction = new Redaction();
        var secrets = Secrets.Read(config, environment, redaction);
        using var log = new Log(LogLevel.Error, time, redaction);
        var setup = ChannelSetup.Make(config, secrets, time, log);
        using var telegram = setup.Telegram;
        try
        {
            return
            [
                Finding.Ok("configuration", "all settings are legal; kobe config shows them"),
                MachineFindings.Clock(time),
                MachineFindings.Zone(config.Zone, time),
                MachineFindings.Disk(files.State),
                MachineFindings.Permissions(files.State),
                MachineFindings.Port(files.State, config.Web.Urls),
                SetupFindings.Schedule(config, files, new(config.Zone, config.TimeoutMax, environment), time),
                SetupFindings.Plugins(files),
                SetupFindings.Trading(files.State),
                .. await SetupFindings.Channels(config, secrets, setup, cancellation).ConfigureAwait(false),
                BrokerFindings.Look(config.Desk, secrets.Values),
            ];
        }
        finally
        {
            foreach (var channel in setup.Channels)
            {
                channel.Dispose();
            }
        }
    }

    private static void Write(List<Finding> findings, bool json)
    {
        if (!json)
        {
            var table = new Table("what", "is", "found", "mend it with");
            foreach (var finding in findings)
            {
                table.Add(finding.Name, Name(finding.Verdict), finding.Words, finding.Mend ?? "");
            }

            TableOutput.Write(table);
            return;
        }

        JsonOutput.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("ok", !findings.Exists(finding => finding.Verdict == Verdict.Bad));
            writer.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                writer.WriteStartObject();
                writer.WriteString("name", finding.Name);
                writer.WriteString("verdict", Name(finding.Verdict));
                writer.WriteString("found", finding.Words);
                writer.WriteString("mend", finding.Mend);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Ok => "ok",
        Verdict.Warning => "warning",
        _ => "bad",
    };
}
