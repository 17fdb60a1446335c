using System.CommandLine;
using Kobe.Brain;
using Kobe.Files;
using Kobe.Operation.Backups;

namespace Kobe.CommandLine;

/// <summary><c>kobe backup</c>: the state directory in one file, with a hash of each of its files.</summary>
internal sealed class BackupCommand(TimeProvider time)
{
    private readonly Argument<string> _file = new("FILE") { Description = "The backup, such as kobe.tar.gz" };

    private readonly Option<string> _state =
        new("--state") { Description = "The state directory [state]", HelpName = "DIR" };

    private readonly Option<bool> _force = new("--force") { Description = "Replace FILE when it is there" };

    private readonly Option<bool> _json = new("--json") { Description = "One JSON document on stdout" };

    public static Command Make(TimeProvider time) => new BackupCommand(time).Make();

    private Command Make()
    {
        var command = new Command(
            "backup",
            "The state directory as one file, also beside a running brain: journal, checkpoints, views, the desk's\n"
            + "ledger. Tokens, locks and other backups stay out. It is read back before the command ends.\n"
            + "Example: kobe backup kobe-2026-11-20.tar.gz");
        command.Arguments.Add(_file);
        command.Options.Add(_state);
        command.Options.Add(_force);
        command.Options.Add(_json);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var (path, state) = (result.GetValue(_file)!, result.GetValue(_state) ?? "state");
        if (!Directory.Exists(state))
        {
            throw new UserError($"There is no state directory {state}. Name it with --state DIR.");
        }

        if (File.Exists(path) && !result.GetValue(_force))
        {
            throw new UserError($"{path} is there already. Name another file, or replace it with --force.");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new UserError($"There is no folder {folder} for the backup.");
        }

        if (File.Exists(Path.Combine(state, "format.json")))
        {
            StateFormat.Check(state);
        }

        BackupWriter.Write(state, path, StateFormat.Version, ProgramVersion.Text, time.GetUtcNow());
        BackupView.Show(BackupReader.Read(path, into: null), path, "backed up", aside: null, result.GetValue(_json));
        return ExitCode.Fine;
    }
}
