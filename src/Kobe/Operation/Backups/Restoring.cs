using System.Globalization;
using Kobe.Files;

namespace Kobe.Operation.Backups;

/// <summary>Puts a backup in the place of a state directory. What was there is put aside, never deleted.</summary>
internal static class Restoring
{
    // The page about the directory is committed; the lock file is held while all this happens.
    private static readonly string[] NoState = ["README.md", SingleInstanceLock.FileName];

    /// <summary>Restores.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="state">The state directory; made when missing.</param>
    /// <param name="force">Whether a state that is there may be put aside.</param>
    /// <param name="stateFormat">The newest version of state directories that this program knows.</param>
    /// <param name="now">The present time, by which what was there is named (UTC).</param>
    /// <returns>What was restored, and where the earlier state is now; null when there was none.</returns>
    /// <exception cref="UserError">Refused, with the reason; the state directory is as it was.</exception>
    public static (BackupContent Content, string? Aside) Restore(
        string path, string state, bool force, int stateFormat, DateTimeOffset now)
    {
        if (!File.Exists(path))
        {
            throw new UserError($"There is no file {path}. kobe backup FILE makes one.");
        }

        OwnerDirectory.Close(state);
        using var held = Hold(state);
        if (!force && Entries(state).Any())
        {
            throw new UserError($"{state} is not empty, and a restore overwrites nothing. "
                + "With --force the present state is put aside first; or name another one with --state.");
        }

        var stamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        var incoming = Path.Combine(state, ".restore-" + stamp);
        try
        {
            OwnerDirectory.Make(incoming);
            var content = BackupReader.Read(path, incoming);
            if (content.StateFormat > stateFormat)
            {
                throw new UserError($"{path} holds a state of version {content.StateFormat}; this program knows up to "
                    + $"{stateFormat}. Use the program that made it (version {content.Program}) or a newer one.");
            }

            return (content, Swap(state, incoming, "before-restore-" + stamp));
        }
        finally
        {
            Directory.Delete(incoming, recursive: true);
        }
    }

    private static string? Swap(string state, string incoming, string name)
    {
        var present = Entries(state).Where(entry => entry != incoming && !IsAside(entry)).ToList();
        string? aside = null;
        if (present.Count > 0)
        {
            aside = Path.Combine(state, name);
            OwnerDirectory.Make(aside);
            Move(present, aside);
        }

        Move([.. Directory.GetFileSystemEntries(incoming)], state);
        DiskFile.SyncDirectory(state);
        return aside;
    }

    private static void Move(List<string> entries, string into)
    {
        foreach (var entry in entries)
        {
            Directory.Move(entry, Path.Combine(into, Path.GetFileName(entry)));
        }
    }

    private static IEnumerable<string> Entries(string state) =>
        Directory.EnumerateFileSystemEntries(state).Where(entry => !NoState.Contains(Path.GetFileName(entry)));

    private static bool IsAside(string entry) =>
        Path.GetFileName(entry).StartsWith("before-restore-", StringComparison.Ordinal)
        || Path.GetFileName(entry) == "backups";

    private static SingleInstanceLock Hold(string state)
    {
        try
        {
            return SingleInstanceLock.Take(state, Environment.ProcessId);
        }
        catch (StateInUseException inUse)
        {
            throw new UserError(inUse.Message + " Stop it first.", CommandLine.ExitCode.Refused);
        }
    }
}
