using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Permissions;

/// <summary>Takes away from others what only the owner may read: files 0600, directories 0700.</summary>
[Handler("maintenance.permissions", Arguments = typeof(PermissionArguments),
    About = "Puts the modes of a folder's files right: for their owner only.")]
[Effects(Effects.Idempotent)]
public sealed class PermissionHandler : ITaskHandler
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const int NamedMax = 5;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<PermissionArguments>();
        var state = Path.GetFullPath(Places.State(arguments.State));
        var folder = arguments.Folder.Length == 0 ? state : Inside.Of(state, arguments.Folder);
        if (folder is null)
        {
            return Task.FromResult<TaskResult>(
                new TaskResult.Fatal($"folder is {arguments.Folder}, which lies outside the state directory."));
        }

        if (OperatingSystem.IsWindows() || !Directory.Exists(folder))
        {
            return Task.FromResult<TaskResult>(new TaskResult.Skipped($"there is no {folder}"));
        }

        try
        {
            return Task.FromResult<TaskResult>(Mend(context, folder, cancellation));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<TaskResult>(
                new TaskResult.Failed($"The modes in {folder} can't be put right: {refused.Message}"));
        }
    }

    private static TaskResult.Succeeded Mend(TaskContext context, string folder, CancellationToken cancellation)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false,
        };
        var (entries, mended) = (0, new List<string>());
        var top = new DirectoryInfo(folder);
        foreach (var entry in top.EnumerateFileSystemInfos("*", options).Prepend(top))
        {
            cancellation.ThrowIfCancellationRequested();
            entries++;
            if (!OperatingSystem.IsWindows() && Closed(entry))
            {
                mended.Add(Path.GetRelativePath(folder, entry.FullName));
            }
        }

        if (mended.Count > 0)
        {
            context.Discover(new(
                "permissions", $"{mended.Count} files of {folder} were open to others: "
                    + string.Join(", ", mended.Order(StringComparer.Ordinal).Take(NamedMax)),
                "Their modes are right now; find out who wrote them so."));
        }

        return new TaskResult.Succeeded(Evidence.None.WithCount("entries", entries).WithCount("mended", mended.Count));
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static bool Closed(FileSystemInfo entry)
    {
        try
        {
            var mode = entry.UnixFileMode;
            if ((mode & Others) == 0)
            {
                return false;
            }

            entry.UnixFileMode = mode & ~Others;
            return true;
        }
        catch (FileNotFoundException)
        {
            return false; // Replaced or deleted since it was listed.
        }
    }
}
