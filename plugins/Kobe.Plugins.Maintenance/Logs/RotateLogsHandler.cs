using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Logs;

/// <summary>Compresses the logs that the brain has put aside, and deletes those that are too old. The log that is being
/// written is never touched.</summary>
[Handler("maintenance.rotate_logs", Arguments = typeof(RotateLogsArguments),
    About = "Compresses logs that were put aside, and deletes old ones.")]
[Effects(Effects.Idempotent)]
public sealed partial class RotateLogsHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Rotate(context, context.Arguments<RotateLogsArguments>(), cancellation));

    private static TaskResult Rotate(TaskContext context, RotateLogsArguments arguments, CancellationToken cancellation)
    {
        if (arguments.KeepDays < 1)
        {
            return new TaskResult.Fatal($"keep_days is {arguments.KeepDays}: keep logs for at least one day.");
        }

        var directory = arguments.Directory ?? Path.Combine(Places.State(arguments.State), "logs");
        if (!Directory.Exists(directory))
        {
            return new TaskResult.Skipped($"there is no directory {directory}");
        }

        var archive = Path.Combine(directory, "archive");
        var evidence = Evidence.None;
        try
        {
            long before = 0, after = 0;
            var aside = Directory.GetFiles(directory).Where(path => PutAside().IsMatch(path))
                .Order(StringComparer.Ordinal);
            foreach (var path in aside)
            {
                cancellation.ThrowIfCancellationRequested();
                before += new FileInfo(path).Length;
                var output = Output.OfFile(Compress(path, archive));
                after += output.Bytes;
                evidence = evidence.WithOutput(output);
            }

            var gone = DeleteOld(archive, context.Clock.GetUtcNow().AddDays(-arguments.KeepDays));
            return evidence.Outputs.Length + gone == 0
                ? new TaskResult.Skipped("no log was put aside, and none is too old")
                : new TaskResult.Succeeded(evidence.WithCount("compressed", evidence.Outputs.Length)
                    .WithCount("deleted", gone).WithCount("freed_bytes", before - after));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new TaskResult.Failed($"The logs in {directory} can't be put away: {refused.Message}");
        }
    }

    // Complete and durable before the original goes; a crash between the two leaves both, and the next run one.
    private static string Compress(string path, string archive)
    {
        var written = File.GetLastWriteTimeUtc(path).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        var name = PutAside().Replace(Path.GetFileName(path), ".log");
        var compressed = Path.Combine(archive, $"{Path.GetFileNameWithoutExtension(name)}-{written}.log.gz");
        using (var file = OwnerFile.Begin(compressed))
        {
            using (var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
            using (var log = File.OpenRead(path))
            {
                log.CopyTo(gzip);
            }

            OwnerFile.Keep(file, compressed);
        }

        File.SetLastWriteTimeUtc(compressed, File.GetLastWriteTimeUtc(path));
        File.Delete(path);
        return compressed;
    }

    private static int DeleteOld(string archive, DateTimeOffset before)
    {
        if (!Directory.Exists(archive))
        {
            return 0;
        }

        var old = Directory.GetFiles(archive, "*.gz").Where(path => File.GetLastWriteTimeUtc(path) < before.UtcDateTime)
            .ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    [GeneratedRegex(@"\.log\.\d+$")]
    private static partial Regex PutAside();
}
