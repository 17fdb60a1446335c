using System.Globalization;

namespace Kobe.Operation;

/// <summary>Finds the brain that runs on a state directory.</summary>
/// <remarks>
/// brain.json alone proves nothing: after a crash another program may listen there, and would be sent the token. So the
/// kernel is asked whether anybody holds the lock. Not by trying to take it: a brain that starts at that moment would
/// be refused. A brain holds the directory, too: its lock file may have been deleted.
/// </remarks>
internal static class LiveBrain
{
    private const string KernelLocks = "/proc/locks";

    /// <summary>Its address; null when none runs.</summary>
    public static BrainFile? Find(string state) => IsLocked(state) ? BrainFile.Read(state) : null;

    private static bool IsLocked(string state)
    {
        try
        {
            // "1: FLOCK  ADVISORY  WRITE 1234 fe:00:131 0 EOF"
            var locks = File.ReadAllText(KernelLocks).Split('\n');
            return Holds(locks, Path.Combine(state, SingleInstanceLock.FileName))
                || Holds(locks, Path.Combine(state, "."));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool Holds(string[] locks, string path) => FileIdentity.Of(path) is { } identity
        && Array.Exists(locks, line => Locks(line, identity.Inode));

    private static bool Locks(string line, ulong inode)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length >= 6 && fields[1] == "FLOCK"
            && fields[5].EndsWith(string.Create(CultureInfo.InvariantCulture, $":{inode}"), StringComparison.Ordinal);
    }
}
