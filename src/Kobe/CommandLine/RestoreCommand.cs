using System.CommandLine;
using Kobe.Brain;
using Kobe.Operation.Backups;

namespace Kobe.CommandLine;

/// <summary><c>kobe restore</c>: a backup as state directory again, or only a look whether it could be.</summary>
internal sealed class RestoreCommand(TimeProvider time)
{
    private readonly Argument<string> _file = new("FILE") { Description = "A backup that kobe backup made" };

    private readonly Option<string> _state =
        new("--state") { Description = "The state directory [state]", HelpName = "DIR" };

    private readonly Option<bool> _verify =
        new("--verify") { Description = "Read it and check every hash; change nothing" };

    private readonly Option<bool> _force = new("--force") { Description = "Put a state that is there aside first" };

    private readonly Option<bool> _json = new("--json") { Description = "One JSON document on stdout" };

    public static Command Make(TimeProvider time) => new RestoreCommand(time).Make();

    private Command Make()
    {
        var command = new Command(
            "restore",
            "A backup as state directory again, while no brain runs. All of it is read and checked before anything\n"
            + "moves, and an earlier state is put aside, never deleted.\n"
            + "Example: kobe restore kobe-2026-11-20.tar.gz --verify");
        command.Arguments.Add(_file);
        command.Options.Add(_state);
        command.Options.Add(_verify);
        command.Options.Add(_force);
        command.Options.Add(_json);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        var (path, json) = (result.GetValue(_file)!, result.GetValue(_json));
        if (result.GetValue(_verify))
        {
            BackupView.Show(BackupReader.Read(path, into: null), path, "whole", aside: null, json);
            return ExitCode.Fine;
        }

        var (content, aside) = Restoring.Restore(
            path, result.GetValue(_state) ?? "state", result.GetValue(_force), StateFormat.Version, time.GetUtcNow());
        BackupView.Show(content, path, "restored", aside, json);
        return ExitCode.Fine;
    }
}
