using System.CommandLine;
using System.CommandLine.Parsing;
using Kobe.CommandLine.Desk;
using Kobe.CommandLine.Steering;
using Kobe.Core.Text;
using Kobe.Files;

namespace Kobe.CommandLine;

/// <summary>The program's commands, and the one place where a refusal becomes a sentence and an exit code.</summary>
internal static class KobeCommand
{
    private static readonly string[] Names =
    [
        "run", "once", "status", "awareness", "check", "plan", "next", "explain", "tasks", "calendar", "config",
        "import", "simulate", "replay", "demo", "handlers", "plugins", "backup", "restore", "new", "history", "stats",
        "logs",
        .. DeskCommands.Names, .. SteeringCommands.Names, .. UpkeepCommands.Names,
    ];

    // Old habits: these commands are also understood as options.
    private static readonly string[] CommandsAsOptions = ["--awareness", "--once", "--status"];

    // An argument that begins with @ is a word like any other, not the name of a file with more arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static int Run(string[] args, TimeProvider time)
    {
        var words = WithCommandFirst(args);
        var root = Root(words);
        foreach (var name in Called(words))
        {
            root.Subcommands.Add(Make(name, time));
        }

        try
        {
            var result = root.Parse(words, Parsing);
            if (result.Errors.Count > 0)
            {
                return Refuse(result, words);
            }

            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UserError error)
        {
            foreach (var line in error.Message.Split('\n'))
            {
                Terminal.Complain(line.StartsWith("kobe: ", StringComparison.Ordinal) ? line : "kobe: " + line);
            }

            return error.Code;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Terminal.Complain("kobe: " + error.Message);
            return ExitCode.Failed;
        }
    }

    // Where the first word is a command, only that one is made: there will be forty, and an answer should not wait.
    private static string[] Called(string[] words) =>
        words.Length > 0 && Array.IndexOf(Names, words[0]) is var index and >= 0 ? [Names[index]] : Names;

    private static Command Make(string name, TimeProvider time) => name switch
    {
        "run" => RunCommand.Make(time),
        "once" => RunCommand.MakeOnce(time),
        "awareness" => AwarenessCommand.Make(time),
        "calendar" => CalendarCommand.Make(time),
        "status" => StatusCommand.Make(),
        "config" => ConfigCommand.Make(),
        "check" => CheckCommand.Make(time),
        "plan" => PlanCommand.Make(time),
        "next" => NextCommand.Make(time),
        "explain" => ExplainCommand.Make(time),
        "tasks" => TasksCommand.Make(time),
        "import" => ImportCommand.Make(),
        "simulate" => SimulateCommand.Make(time),
        "replay" => ReplayCommand.Make(),
        "demo" => DemoCommand.Make(),
        "handlers" => HandlersCommand.Make(),
        "plugins" => PluginsCommand.Make(),
        "backup" => BackupCommand.Make(time),
        "restore" => RestoreCommand.Make(time),
        "new" => NewCommand.Make(),
        "history" => HistoryCommand.Make(time),
        "stats" => HistoryCommand.MakeStats(time),
        "logs" => LogsCommand.Make(),
        _ when Array.IndexOf(DeskCommands.Names, name) >= 0 => DeskCommands.Make(name, time),
        _ => UpkeepCommands.Make(name, time) ?? SteeringCommands.Make(name, time),
    };

    // A root command looks its words up in resources, which shows in the time of every answer. Only help, the version
    // and completion need one.
    private static Command Root(string[] args)
    {
        const string About = "Kobe: the always-on brain of a one-person trading desk.";
        return Array.Exists(args, arg => arg is "--help" or "-h" or "-?" or "/h" or "/?" or "--version" or ['[', ..])
            ? new RootCommand(About)
            : new Command("kobe", About);
    }

    private static string[] WithCommandFirst(string[] args)
    {
        if (args is ["run", ..] && Array.IndexOf(args, "--once") is var once && once > 0)
        {
            return ["once", .. args[1..once], .. args[(once + 1)..]];
        }

        // Commands have options of those names, too: kobe schedule add --once.
        var index = args.Length > 0 && Array.IndexOf(Names, args[0]) >= 0
            ? -1
            : Array.FindIndex(args, arg => CommandsAsOptions.Contains(arg));
        return index < 0 ? args : [args[index][2..], .. args[..index], .. args[(index + 1)..]];
    }

    private static int Refuse(ParseResult result, string[] words)
    {
        if (words is [var word, ..] && word is not ['-', ..] && Array.IndexOf(Names, word) < 0)
        {
            Terminal.Complain($"kobe: There is no command '{word}'."
                + (DidYouMean.Nearest(word, Names) is { } near ? $" Did you mean {near}?" : ""));
            Terminal.Complain("Try 'kobe --help'.");
            return ExitCode.BadInput;
        }

        foreach (var error in result.Errors)
        {
            Terminal.Complain("kobe: " + error.Message);
        }

        var path = "";
        for (SymbolResult? called = result.CommandResult; called is CommandResult { Parent: not null } command;
            called = called.Parent)
        {
            path = $" {command.Command.Name}{path}";
        }

        Terminal.Complain($"Try 'kobe{path} --help'.");
        return ExitCode.BadInput;
    }
}
