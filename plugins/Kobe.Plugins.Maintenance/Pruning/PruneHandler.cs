using Kobe.Contracts;
using Kobe.Plugins.Maintenance.Compaction;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Pruning;

/// <summary>Deletes what a folder has too much of. What the brain or the desk live by is never touched.</summary>
[Handler("maintenance.prune", Arguments = typeof(PruneArguments),
    About = "Deletes old files of a folder, but the newest and those that others point to.")]
[Effects(Effects.Idempotent)]
public sealed class PruneHandler : ITaskHandler
{
    // The truth, what proves it, what runs, and the accounts: no row may thin them out.
    private static readonly string[] Never =
    [
        "journal", "audit", "facts", "plugins-in-use", "schedule.last-good", "desk/observe", "desk/paper", "desk/live",
        "desk/bars",
    ];

    // A pointer is a small file; a large one points to nothing.
    private const long PointerMax = 1024 * 1024;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Prune(context, context.Arguments<PruneArguments>()));

    private static TaskResult Prune(TaskContext context, PruneArguments arguments)
    {
        var state = Places.State(arguments.State);
        if (arguments is not { Keep: >= 0, Days: >= 0 } || arguments is { Keep: 0, Days: 0 })
        {
            return new TaskResult.Fatal("keep and days are at least 0, and one of them is more.");
        }

        if (Inside.Of(state, arguments.Folder) is not { } folder || IsNever(state, folder))
        {
            return new TaskResult.Fatal(
                $"folder is {arguments.Folder}: it is a folder of the state directory other than "
                + $"{string.Join(", ", Never)}.");
        }

        if (!Directory.Exists(folder))
        {
            return new TaskResult.Skipped($"there is no {folder} yet");
        }

        try
        {
            return Delete(context, arguments, new(folder), state);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new TaskResult.Failed($"{folder} can't be pruned: {refused.Message}");
        }
    }

    private static TaskResult Delete(TaskContext context, PruneArguments arguments, DirectoryInfo folder, string state)
    {
        var pointers = (arguments.Pointers ?? []).Select(name => Path.Combine(folder.FullName, name))
            .Where(path => new FileInfo(path) is { Exists: true, Length: <= PointerMax }).ToList();
        var all = folder.EnumerateFileSystemInfos(arguments.Pattern)
            .Where(found => !pointers.Contains(found.FullName)).Select(Entry.Of).ToList();
        if (all.Count == 0)
        {
            return new TaskResult.Skipped($"{folder.FullName} has nothing of that name");
        }

        var before = context.Clock.GetUtcNow().AddDays(-arguments.Days).UtcDateTime;
        var going = Entry.Going(all, arguments.Keep, before, [.. pointers.Select(File.ReadAllText)]);
        var dropped = new Dropped();
        foreach (var entry in going)
        {
            dropped.Delete(entry.Path);
        }

        return going.Count == 0
            ? new TaskResult.Skipped($"all {all.Count} entries of {folder.Name} stay")
            : new TaskResult.Succeeded(
                Evidence.None.WithCount("entries", all.Count).WithCount("deleted", going.Count)
                    .WithCount("files", dropped.Files).WithCount("freed_bytes", dropped.Bytes)
                    .WithId("newest", Path.GetRelativePath(state, going[0].Path))
                    .WithId("oldest", Path.GetRelativePath(state, going[^1].Path)));
    }

    private static bool IsNever(string state, string folder) => Never.Any(name =>
        Inside.Of(state, name) is { } kept
        && (IsIn(folder, kept) || IsIn(kept, folder)));

    private static bool IsIn(string path, string folder) => (path + Path.DirectorySeparatorChar)
        .StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
