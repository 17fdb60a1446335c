using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.SecretAges;

/// <summary>How old the files with secrets are, and who may read them. Their content is never read.</summary>
[Handler("maintenance.secret_ages", Arguments = typeof(SecretAgesArguments),
    About = "Tells which access tokens are old, and which others can read.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class SecretAgesHandler : ITaskHandler
{
    private const string FactName = "secrets.ages";

    private static readonly string[] Tokens = ["api-token", "api-token-read"];

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Look(context, context.Arguments<SecretAgesArguments>()));

    private static TaskResult Look(TaskContext context, SecretAgesArguments arguments)
    {
        if (arguments.MaxDays < 1)
        {
            return new TaskResult.Fatal($"max_days is {arguments.MaxDays}: allow at least one day.");
        }

        var state = Places.State(arguments.State);
        var named = (arguments.Files ?? "").Split(
            ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (named.FirstOrDefault(path => !File.Exists(path)) is { } missing)
        {
            return new TaskResult.Failed($"There is no file {missing}, which files names.");
        }

        List<string> paths =
            [.. Tokens.Select(name => Path.Combine(state, name)).Where(File.Exists), .. named];
        if (paths.Count == 0)
        {
            return new TaskResult.Skipped($"{state} has no tokens, and files names no others");
        }

        if (paths.FirstOrDefault(IsOpen) is { } open)
        {
            return new TaskResult.Failed($"Others can read {open}: chmod 600 it, and replace the secret.");
        }

        return Judge(context, paths, arguments.MaxDays);
    }

    private static TaskResult.Succeeded Judge(TaskContext context, List<string> paths, int maxDays)
    {
        var now = context.Clock.GetUtcNow().UtcDateTime;
        var ages = paths
            .Select(path => (path, days: (int)Math.Max(0, (now - File.GetLastWriteTimeUtc(path)).TotalDays)))
            .ToList();
        var old = ages.Where(age => age.days > maxDays).Select(age => Path.GetFileName(age.path)).ToList();
        var last = context.Facts.Find(FactName)?.As<SecretsSeen>();

        // Said once for each that gets too old.
        foreach (var name in old.Where(name => last?.Old.Contains(name) != true))
        {
            context.Discover(new("secrets", $"{name} is older than {maxDays} days.", "Replace it."));
        }

        return new(
            Evidence.None.WithCount("secrets", paths.Count).WithCount("old", old.Count),
            Fact.Of(FactName, new SecretsSeen(paths.Count, ages.Max(age => age.days), old)));
    }

    private static bool IsOpen(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;
}
