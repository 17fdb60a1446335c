using System.Globalization;
using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Compaction;

/// <summary>Deletes what other handlers of this plugin left and nobody needs any more. The journal and its checkpoints
/// are the brain's own to keep and drop (<c>journal.keep_days</c>).</summary>
[Handler("maintenance.compact", Arguments = typeof(CompactArguments),
    About = "Deletes old pictures and cards, and files that a crash left half written.")]
[Effects(Effects.Idempotent)]
public sealed class CompactHandler : ITaskHandler
{
    // Nothing takes an hour to write; what is half written for so long stays so.
    private static readonly TimeSpan Leftover = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Compact(context, context.Arguments<CompactArguments>()));

    private static TaskResult Compact(TaskContext context, CompactArguments keep)
    {
        if (keep.Snapshots < 1 || keep.Days < 1)
        {
            return new TaskResult.Fatal(
                $"snapshots is {keep.Snapshots} and days is {keep.Days}: keep things for at least one day.");
        }

        var state = Places.State(keep.State);
        var now = context.Clock.GetUtcNow();
        try
        {
            var dropped = new Dropped();
            Drop(dropped, state, "snapshots", now.AddDays(-keep.Snapshots));
            Drop(dropped, state, "days", now.AddDays(-keep.Days));
            dropped.Leftovers(state, now - Leftover);
            return dropped.Files == 0
                ? new TaskResult.Skipped("nothing is old enough to go")
                : new TaskResult.Succeeded(
                    Evidence.None.WithCount("deleted", dropped.Files).WithCount("freed_bytes", dropped.Bytes));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new TaskResult.Failed($"{state} can't be compacted: {refused.Message}");
        }
    }

    // Files and folders here begin with their date: the name decides, so that a restored copy has the same age.
    private static void Drop(Dropped dropped, string state, string folder, DateTimeOffset before)
    {
        var directory = Path.Combine(state, folder);
        var last = before.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!Directory.Exists(directory))
        {
            return;
        }

        foreach (var entry in Directory.GetFileSystemEntries(directory))
        {
            if (DateOf(Path.GetFileName(entry)) is { } date && string.CompareOrdinal(date, last) < 0)
            {
                dropped.Delete(entry);
            }
        }
    }

    private static string? DateOf(string name) =>
        name.Length >= 10 && DateOnly.TryParseExact(
            name[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? name[..10] : null;
}
