using System.IO.Compression;
using Kobe.Contracts;
using Kobe.Plugins.Maintenance.Pruning;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Compression;

/// <summary>Compresses files that nobody writes any more. Each is whole on the disk before its original goes.</summary>
[Handler("maintenance.compress", Arguments = typeof(CompressArguments),
    About = "Compresses old files of a folder.")]
[Effects(Effects.Idempotent)]
public sealed class CompressHandler : ITaskHandler
{
    // A day's work; the rest is the next run's.
    private const int FilesMax = 200;

    // What the brain writes and reads itself.
    private static readonly string[] Never =
        ["journal", "audit", "facts", "plugins-in-use", "schedule.last-good", "logs"];

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<CompressArguments>();
        var state = Places.State(arguments.State);
        if (arguments.Days < 1 || Inside.Of(state, arguments.Folder) is not { } folder
            || Never.Contains(Path.GetRelativePath(Path.GetFullPath(state), folder).Split("/")[0]))
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal(
                $"folder is {arguments.Folder} and days is {arguments.Days}: it is a folder of the state directory "
                + $"other than {string.Join(", ", Never)}, and at least one day."));
        }

        try
        {
            return Task.FromResult(Compress(context, arguments, folder, cancellation));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<TaskResult>(
                new TaskResult.Failed($"{folder} can't be compressed: {refused.Message}"));
        }
    }

    private static TaskResult Compress(
        TaskContext context, CompressArguments arguments, string folder, CancellationToken cancellation)
    {
        var before = context.Clock.GetUtcNow().AddDays(-arguments.Days).UtcDateTime;
        var old = !Directory.Exists(folder) ? [] : new DirectoryInfo(folder).EnumerateFiles(arguments.Pattern)
            .Where(file => file.Extension != ".gz" && file.LinkTarget is null && Entry.Of(file).At < before)
            .OrderBy(file => file.Name, StringComparer.Ordinal).Take(FilesMax).ToList();
        var evidence = Evidence.None;
        var freed = 0L;
        foreach (var file in old)
        {
            cancellation.ThrowIfCancellationRequested();
            var output = Output.OfFile(Put(file));
            freed += file.Length - output.Bytes;
            evidence = evidence.WithOutput(output);
            File.Delete(file.FullName);
        }

        return old.Count == 0
            ? new TaskResult.Skipped($"{arguments.Folder} has no {arguments.Pattern} older than {arguments.Days} days")
            : new TaskResult.Succeeded(
                evidence.WithCount("compressed", old.Count).WithCount("freed_bytes", freed));
    }

    private static string Put(FileInfo file)
    {
        var path = file.FullName + ".gz";
        using var target = OwnerFile.Begin(path);
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
        using (var source = file.OpenRead())
        {
            source.CopyTo(gzip);
        }

        OwnerFile.Keep(target, path);
        File.SetLastWriteTimeUtc(path, file.LastWriteTimeUtc);
        return path;
    }
}
