using System.Globalization;
using System.Text;

namespace Kobe.Operation;

/// <summary>Learns which process holds a lock, to name it to the person who started a second one.</summary>
internal static class LockHolder
{
    private const string KernelLocks = "/proc/locks";

    /// <summary>What the kernel says; null when it says nothing, as in some containers.</summary>
    public static int? Find(DiskFile file)
    {
        try
        {
            var inode = ":" + FileIdentity.Of(file).Inode.ToString(CultureInfo.InvariantCulture);
            return File.ReadLines(KernelLocks).Select(line => Pid(line, inode)).FirstOrDefault(pid => pid is not null);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What the holder wrote into the lock file; null when that is no number.</summary>
    public static int? Read(DiskFile file)
    {
        Span<byte> text = stackalloc byte[16];
        var length = file.Read(0, text);
        return int.TryParse(
            Encoding.ASCII.GetString(text[..length]), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture,
            out var pid) && pid > 0 ? pid : null;
    }

    // "1: FLOCK  ADVISORY  WRITE 1234 fe:00:131 0 EOF"; device numbers differ between views of one disk, so the
    // inode decides. A pid of another namespace shows as 0; a waiter's line has an arrow and is not taken.
    private static int? Pid(string line, string inode)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length >= 6 && fields[1] == "FLOCK" && fields[5].EndsWith(inode, StringComparison.Ordinal)
            && int.TryParse(fields[4], CultureInfo.InvariantCulture, out var pid) && pid > 0 ? pid : null;
    }
}
