using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kobe.Contracts;

namespace Kobe.Plugins.Scripts.Processes;

/// <summary>A program, ready to be started: found, with its environment and its input.</summary>
internal sealed record ScriptCommand
{
    private const double GraceMax = 10;

    /// <summary>What messages call it.</summary>
    public required string Name { get; init; }

    /// <summary>Why it can't be started; null when it can.</summary>
    public string? Problem { get; init; }

    /// <summary>How it is started.</summary>
    public ProcessStartInfo Start { get; init; } = new();

    /// <summary>What it reads.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>From SIGTERM to SIGKILL.</summary>
    public TimeSpan StopGrace { get; init; }

    /// <summary>Prepares what a row asks for.</summary>
    public static ScriptCommand Of(ScriptArguments arguments, TaskContext context)
    {
        var directory = Path.GetFullPath(arguments.Directory ?? ".");
        var (path, problem) = Find(arguments.Program, directory);
        problem ??= !Directory.Exists(directory) ? $"There is no directory {directory} to work in."
            : arguments.StopGrace is >= 0 and <= GraceMax ? null
            : $"stop_grace is {arguments.StopGrace}: write 0 to {GraceMax} seconds.";
        problem ??= ProblemOfInput(arguments.Stdin);
        var start = new ProcessStartInfo(path, arguments.Arguments ?? [])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        problem ??= AddVariables(start.Environment, arguments, context);
        return new()
        {
            Name = Path.GetFileName(arguments.Program),
            Problem = problem,
            Start = start,
            Input = arguments.Stdin is { } input ? Encoding.UTF8.GetBytes(input) : default,
            StopGrace = TimeSpan.FromSeconds(Math.Clamp(arguments.StopGrace, 0, GraceMax)),
        };
    }

    private static (string Path, string? Problem) Find(string program, string directory)
    {
        if (program.Length == 0)
        {
            return ("", "The argument program is empty: write a path, or a name that PATH finds.");
        }

        if (program.Contains('/', StringComparison.Ordinal))
        {
            var path = Path.GetFullPath(program, directory);
            return (path, !File.Exists(path) ? $"There is no program {path}."
                : CanBeRun(path) ? null : $"{path} is not executable: chmod +x it, or run its interpreter with it.");
        }

        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            ':', StringSplitOptions.RemoveEmptyEntries);
        var found = places.Select(place => Path.Combine(place, program)).FirstOrDefault(
            path => File.Exists(path) && CanBeRun(path));
        return (found ?? program, found is not null ? null
            : $"PATH finds no program '{program}' ({string.Join(':', places)}): write its whole path.");
    }

    private static bool CanBeRun(string path) => (File.GetUnixFileMode(path)
        & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;

    private static string? ProblemOfInput(string? input)
    {
        try
        {
            using var document = input is null ? null : JsonDocument.Parse(input);
            return null;
        }
        catch (JsonException bad)
        {
            return $"The argument stdin is no JSON: {bad.Message}";
        }
    }

    private static string? AddVariables(
        IDictionary<string, string?> variables, ScriptArguments arguments, TaskContext context)
    {
        foreach (var variable in arguments.Environment ?? [])
        {
            var middle = variable.IndexOf('=', StringComparison.Ordinal);
            if (middle < 1)
            {
                return $"'{variable}' in the argument environment sets nothing: write NAME=value.";
            }

            if (variable.StartsWith("KOBE_", StringComparison.Ordinal))
            {
                return $"{variable[..middle]} can't be set: variables that begin with KOBE_ are Kobe's own.";
            }

            variables[variable[..middle]] = variable[(middle + 1)..];
        }

        foreach (var name in arguments.Secrets ?? [])
        {
            if (context.Secrets.Find(name) is not { } secret)
            {
                return $"The secret {name} isn't granted: add it to plugins.Kobe.Plugins.Scripts.secrets of kobe.yaml.";
            }

            variables[name] = secret;
        }

        var market = context.Market;
        variables["KOBE_KEY"] = context.Key;
        variables["KOBE_TASK"] = context.Task;
        variables["KOBE_DUE_AT"] = Text(context.DueAt);
        variables["KOBE_DEADLINE"] = Text(context.Deadline);
        variables["KOBE_NOW"] = Text(context.Clock.GetUtcNow());
        variables["KOBE_ATTEMPT"] = context.Attempt.ToString(CultureInfo.InvariantCulture);
        variables["KOBE_START"] = context.Start.ToString(CultureInfo.InvariantCulture);
        variables["KOBE_DATE"] = market.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        variables["KOBE_PHASE"] = market.Phase.ToString();
        variables["KOBE_MODE"] = market.Mode.ToString();
        variables["KOBE_CONTEXT"] = ContextJson.Of(market);
        return null;
    }

    private static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
