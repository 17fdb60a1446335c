using Kobe.EndToEnd.Tests.Brain;

namespace Kobe.EndToEnd.Tests.Replay;

/// <summary>What a process holds, as the kernel says.</summary>
internal sealed record ProcessSample(long ResidentMiB, int Handles, int Threads)
{
    /// <summary>Null when it is gone.</summary>
    public static ProcessSample? Of(int pid)
    {
        try
        {
            return new(
                MachineProcesses.ResidentBytes(pid) >> 20, Directory.GetFiles($"/proc/{pid}/fd").Length,
                Directory.GetDirectories($"/proc/{pid}/task").Length);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }

    public override string ToString() => $"{ResidentMiB} MiB, {Handles} handles, {Threads} threads";
}
