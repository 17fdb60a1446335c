using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Backups;

/// <summary>Restores the newest backup into a folder that is thrown away: a backup that was never restored is a
/// hope.</summary>
[Handler("maintenance.restore_drill", Arguments = typeof(ArchiveArguments),
    About = "Restores the newest backup elsewhere, compares it and throws it away.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class RestoreDrillHandler : ITaskHandler
{
    private const string FactName = "restore.drill";

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<ArchiveArguments>();
        var folder = BackupFolder.Of(arguments.From, Places.State(arguments.State));
        if (folder.List() is not [.., var newest])
        {
            return new TaskResult.Skipped($"{folder.Path} has no backup yet");
        }

        var elsewhere = Directory.CreateTempSubdirectory("kobe-restore-drill-").FullName;
        try
        {
            var (report, failure) = await BackupCall.RunAsync(
                arguments.Program, ["restore", newest.Path, "--state", elsewhere], cancellation).ConfigureAwait(false);
            return report is null ? failure! : Compare(report, elsewhere);
        }
        finally
        {
            Directory.Delete(elsewhere, recursive: true);
        }
    }

    // The program has compared the hashes on the way; that the files are there is seen from outside.
    private static TaskResult Compare(BackupReport report, string elsewhere)
    {
        var files = new DirectoryInfo(elsewhere).GetFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Name != "kobe.lock").ToList();
        var bytes = files.Sum(file => file.Length);
        return files.Count == report.Files && bytes == report.Bytes
            ? new TaskResult.Succeeded(
                Evidence.None.WithCount("files", report.Files).WithCount("bytes", report.Bytes)
                    .WithId("sha256", report.Sha256),
                Fact.Of(FactName, report))
            : new TaskResult.Failed($"{report.Path} holds {report.Files} files of {report.Bytes} bytes, and "
                + $"{files.Count} of {bytes} came out of it.");
    }
}
