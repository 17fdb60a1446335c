using Kobe.Contracts;
using Kobe.Plugins.Scripts.Processes;
using Kobe.Plugins.Scripts.Results;

namespace Kobe.Plugins.Scripts;

/// <summary><c>script.run</c>: any program, in any language, as a task.</summary>
/// <remarks>
/// Idempotent is what a script promises, not what can be checked: under the same <c>KOBE_KEY</c> it must end in the
/// same state. A row whose script can't promise that says <c>retries: 0</c> and <c>on_unknown: alert</c>.
/// </remarks>
[Handler("script.run", Arguments = typeof(ScriptArguments),
    About = "Runs a program; its exit code says how it ended, its last line of JSON what came of it.")]
[Effects(Effects.Idempotent)]
public sealed class RunScriptHandler : ITaskHandler
{
    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<ScriptArguments>();
        var command = ScriptCommand.Of(arguments, context);
        if (command.Problem is { } problem)
        {
            return new TaskResult.Fatal(problem);
        }

        var output = new ScriptOutput(context.Log);
        var end = await ScriptProcess.Run(command, output, cancellation).ConfigureAwait(false);
        output.Close();
        if (end.Problem is not null)
        {
            return new TaskResult.Fatal(end.Problem);
        }

        // What a script says that is being ended is not believed: it may have been in the middle of anything.
        cancellation.ThrowIfCancellationRequested();
        return Answer(context, arguments, command, end.ExitCode, output);
    }

    private static TaskResult Answer(
        TaskContext context, ScriptArguments arguments, ScriptCommand command, int exitCode, ScriptOutput output)
    {
        ScriptResult said;
        try
        {
            said = ScriptResult.Read(output.LastJson, context.Log);
        }
        catch (FormatException wrong)
        {
            // Fatal also after a success: running it again would have its effect again and end the same way.
            return new TaskResult.Fatal($"The result of {command.Name} was refused: {wrong.Message}");
        }

        foreach (var discovery in said.Discoveries)
        {
            context.Discover(discovery);
        }

        return exitCode == 0
            ? Succeeded(said, arguments, command)
            : ExitCodes.Failure(exitCode, command.Name, said.Error ?? output.LastErrorLine);
    }

    private static TaskResult Succeeded(ScriptResult said, ScriptArguments arguments, ScriptCommand command)
    {
        if (said.Skipped is { } why)
        {
            return new TaskResult.Skipped(why);
        }

        var undeclared = said.Facts.FirstOrDefault(fact => arguments.Facts?.Contains(fact.Name) != true);
        if (undeclared is not null)
        {
            return new TaskResult.Fatal($"The result of {command.Name} publishes the fact '{undeclared.Name}', which "
                + $"the row doesn't declare: write args: {{ facts: [{undeclared.Name}] }}.");
        }

        var evidence = said.Counts.Aggregate(
            Evidence.None, (all, count) => all.WithCount(count.Key, count.Value));
        return new TaskResult.Succeeded(evidence, [.. said.Facts]);
    }
}
