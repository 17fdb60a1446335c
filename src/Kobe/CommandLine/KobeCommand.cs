using System.CommandLine;
using Kobe.Files;

namespace Kobe.CommandLine;

/// <summary>The program's commands, and the one place where a refusal becomes a sentence and an exit code.</summary>
internal static class KobeCommand
{
    // Old habits: these commands are also understood as options.
    private static readonly string[] CommandsAsOptions = ["--awareness", "--status"];

    // An argument that begins with @ is a word like any other, not the name of a file with more arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static int Run(string[] args, TimeProvider time)
    {
        var awareness = AwarenessCommand.Make(time);
        awareness.Aliases.Add("run"); // Until there is a brain to run, running shows what it will know.
        var root = Root(args);
        root.Subcommands.Add(awareness);
        root.Subcommands.Add(CalendarCommand.Make(time));
        root.Subcommands.Add(StatusCommand.Make());
        root.Subcommands.Add(ConfigCommand.Make());
        try
        {
            var result = root.Parse(WithCommandFirst(args), Parsing);
            if (result.Errors.Count > 0)
            {
                return Refuse(result);
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
        var index = Array.FindIndex(args, arg => CommandsAsOptions.Contains(arg));
        return index < 0 ? args : [args[index][2..], .. args[..index], .. args[(index + 1)..]];
    }

    private static int Refuse(ParseResult result)
    {
        foreach (var error in result.Errors)
        {
            Terminal.Complain("kobe: " + error.Message);
        }

        var command = result.CommandResult.Command;
        var path = command.Parents.Any() ? "kobe " + command.Name : "kobe";
        Terminal.Complain($"Try '{path} --help'.");
        return ExitCode.BadInput;
    }
}
