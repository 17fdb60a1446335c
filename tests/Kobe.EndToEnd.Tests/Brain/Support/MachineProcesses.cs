using System.Runtime.InteropServices;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>What the kernel says of processes, and signals to them.</summary>
internal static partial class MachineProcesses
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;
    public const int Continue = 18;
    public const int Stop = 19;

    /// <summary>Processes that work in a directory; what only waits to be reaped is none.</summary>
    public static IEnumerable<int> In(string directory)
    {
        foreach (var entry in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(entry), out var pid)
                && Quietly(() => Directory.ResolveLinkTarget($"/proc/{pid}/cwd", false)?.FullName) is { } place
                && place.StartsWith(directory, StringComparison.Ordinal) && IsAlive(pid))
            {
                yield return pid;
            }
        }
    }

    /// <summary>Whether a process still runs; one that only waits to be reaped doesn't.</summary>
    public static bool IsAlive(int pid) =>
        Quietly(() => File.ReadAllText($"/proc/{pid}/stat")) is { } stat
        && stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');

    /// <summary>The words of a process's command line.</summary>
    public static string[] Command(int pid) =>
        Quietly(() => File.ReadAllText($"/proc/{pid}/cmdline"))?.Split('\0') ?? [];

    public static long ResidentBytes(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/status")
            .First(line => line.StartsWith("VmRSS", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
    }

    /// <summary>Sends a signal; one that is gone meanwhile needs none.</summary>
    public static void Signal(int pid, int signal) => _ = SendSignal(pid, signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int pid, int signal);

    private static T? Quietly<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
