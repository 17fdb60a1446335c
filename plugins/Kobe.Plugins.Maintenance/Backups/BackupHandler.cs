using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Backups;

/// <summary>Backs the state directory up, reads the backup back, and lets old backups go.</summary>
[Handler("maintenance.backup", Arguments = typeof(BackupArguments),
    About = "Backs the state directory up, verifies the backup and prunes old ones.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class BackupHandler : ITaskHandler
{
    private const string FactName = "backup.nightly";

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<BackupArguments>();
        if (arguments.Days < 1 || arguments.Weeks < 0 || arguments.Months < 0)
        {
            return new TaskResult.Fatal(
                $"days is {arguments.Days}, weeks {arguments.Weeks}, months {arguments.Months}: "
                + "keep backups for at least one day.");
        }

        var state = Path.GetFullPath(Places.State(arguments.State));
        var folder = BackupFolder.Of(arguments.To, state);
        try
        {
            OwnerFile.MakeDirectory(folder.Path);

            // Named by the due time: a repeated attempt replaces its own backup.
            var (report, failure) = await BackupCall.RunAsync(
                arguments.Program, ["backup", folder.At(context.DueAt), "--state", state, "--force"], cancellation)
                .ConfigureAwait(false);
            return report is null ? failure! : Prune(context, arguments, folder, report);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new TaskResult.Failed($"The backups in {folder.Path} can't be kept: {refused.Message}");
        }
    }

    private static TaskResult.Succeeded Prune(
        TaskContext context, BackupArguments keep, BackupFolder folder, BackupReport report)
    {
        var expired = Retention.Expired(
            folder.List(), context.Clock.GetUtcNow(), keep.Days, keep.Weeks, keep.Months);
        foreach (var backup in expired)
        {
            File.Delete(backup.Path);
        }

        return new(
            Evidence.None.WithCount("files", report.Files).WithCount("bytes", report.Bytes)
                .WithCount("pruned", expired.Count)
                .WithOutput(new(report.Path, report.Sha256, report.FileBytes)),
            Fact.Of(FactName, report));
    }
}
