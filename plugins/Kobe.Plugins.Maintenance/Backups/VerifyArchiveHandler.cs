using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Backups;

/// <summary>Reads one backup after the other in idle time: bits rot silently.</summary>
[Handler("maintenance.verify_archive", Arguments = typeof(ArchiveArguments),
    About = "Reads the backup whose turn it is and checks every hash in it.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class VerifyArchiveHandler : ITaskHandler
{
    private const string FactName = "archive.verified";

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<ArchiveArguments>();
        var folder = BackupFolder.Of(arguments.From, Places.State(arguments.State));
        var backups = folder.List();
        if (backups.Count == 0)
        {
            return new TaskResult.Skipped($"{folder.Path} has no backup yet");
        }

        // The one after the last that was read; after the newest the oldest again.
        var last = context.Facts.Find(FactName)?.As<BackupReport>()?.Path;
        var next = backups.FirstOrDefault(backup => string.CompareOrdinal(
            Path.GetFileName(backup.Path), Path.GetFileName(last)) > 0) ?? backups[0];
        var (report, failure) = await BackupCall.RunAsync(
            arguments.Program, ["restore", next.Path, "--verify"], cancellation).ConfigureAwait(false);
        return report is null
            ? failure!
            : new TaskResult.Succeeded(
                Evidence.None.WithCount("files", report.Files).WithCount("bytes", report.Bytes)
                    .WithId("sha256", report.Sha256),
                Fact.Of(FactName, report));
    }
}
