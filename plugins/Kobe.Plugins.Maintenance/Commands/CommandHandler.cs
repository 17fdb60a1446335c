using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Kobe.Contracts;
using Kobe.Plugins.Maintenance.Program;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Commands;

/// <summary>Makes one of the program's own checks, as a person would, while nobody looks.</summary>
[Handler("maintenance.program_check", Arguments = typeof(CommandArguments),
    About = "Runs kobe check, kobe doctor or kobe plugins verify, and tells what is new in it.")]
[Effects(Effects.None)]
public sealed class CommandHandler : ITaskHandler
{
    private const int LinesMax = 10;
    private const int LineMax = 300;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<CommandArguments>();
        if (KobeProgram.Find(arguments.Program) is not { } program)
        {
            return new TaskResult.Fatal(
                $"There is no {arguments.Program ?? "kobe.dll beside the runner"}: name it with the argument program.");
        }

        try
        {
            var answer = await KobeProgram.RunAsync(program, Words(arguments), cancellation).ConfigureAwait(false);
            return Judge(context, arguments, answer);
        }
        catch (Exception broken) when (broken is IOException or Win32Exception)
        {
            return new TaskResult.Failed($"The program gave no answer: {broken.Message}");
        }
    }

    private static string[] Words(CommandArguments arguments)
    {
        var state = Path.GetFullPath(Places.State(arguments.State));
        return arguments.What switch
        {
            CommandKind.Check =>
                ["check", "--state", state, "--schedule", Path.GetFullPath(Places.Schedule(arguments.Schedule))],
            CommandKind.Doctor => ["doctor", "--state", state],
            _ => ["plugins", "verify"],
        };
    }

    private static TaskResult Judge(TaskContext context, CommandArguments arguments, ProgramAnswer answer)
    {
        var lines = answer.Output.Split('\n').Concat(answer.Errors.Split('\n')).Select(line => line.Trim())
            .Where(line => line.Length > 0).ToList();
        if (lines.Count == 0)
        {
            return new TaskResult.Failed($"The program said nothing and ended with {answer.ExitCode}.");
        }

        var ok = answer.ExitCode == 0;
        List<string> open =
            ok ? [] : [.. lines.Take(LinesMax).Select(line => line.Length > LineMax ? line[..LineMax] : line)];
        var known = context.Facts.Find(arguments.Fact)?.As<CommandSeen>()?.Open ?? [];
        if (open.Except(known).FirstOrDefault() is { } news)
        {
            context.Discover(new("program", $"kobe {Words(arguments)[0]} ends with {answer.ExitCode}: {news}"));
        }

        return new TaskResult.Succeeded(
            Evidence.None.WithCount("exit_code", answer.ExitCode).WithCount("lines", lines.Count)
                .WithId("sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(answer.Output)))),
            Fact.Of(arguments.Fact, new CommandSeen(ok, open, answer.ExitCode)));
    }
}
