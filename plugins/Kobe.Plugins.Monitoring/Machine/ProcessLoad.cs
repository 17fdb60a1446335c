namespace Kobe.Plugins.Monitoring.Machine;

/// <summary>What a process holds.</summary>
/// <param name="Threads">Its threads.</param>
/// <param name="Handles">Its open files, pipes and sockets; null when it is another user's.</param>
/// <param name="ResidentBytes">Its memory, in bytes.</param>
internal sealed record ProcessLoad(long Threads, long? Handles, long ResidentBytes)
{
    /// <summary>Looks at a process; null when there is none of that number.</summary>
    public static ProcessLoad? Of(int pid)
    {
        var status = $"/proc/{pid}/status";
        return KernelText.Number(status, "Threads") is { } threads
            ? new(threads, HandlesOf(pid), (KernelText.Number(status, "VmRSS") ?? 0) * 1024)
            : null;
    }

    private static long? HandlesOf(int pid)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries($"/proc/{pid}/fd").LongCount();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
