using System.Globalization;
using System.Text;

namespace Kobe.Hosting;

/// <summary>A living process as the kernel shows it at one moment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parent">Its parent's.</param>
/// <param name="Group">Its group's.</param>
/// <param name="IsMarked">Whether its environment holds the mark; null while it is becoming another program, when the
/// old environment is gone and the new one not there yet: look again.</param>
internal readonly record struct ProcessSighting(int Id, int Parent, int Group, bool? IsMarked)
{
    // Places in proc_pid_stat(5), counted from the state, which is its third field.
    private const int StateAt = 0;
    private const int ParentAt = 1;
    private const int GroupAt = 2;
    private const int MemoryAt = 20;
    private const int EnvironmentStartAt = 47;
    private const int EnvironmentEndAt = 48;

    /// <summary>Every living process but this one.</summary>
    /// <param name="mark">What to look for in environments: a variable and its value, with the 0 behind it.</param>
    public static List<ProcessSighting> All(byte[] mark)
    {
        var all = new List<ProcessSighting>();
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && id != Environment.ProcessId
                && Read(directory, "stat") is { } stat
                && Of(id, Encoding.UTF8.GetString(stat), Read(directory, "environ"), mark) is { } living)
            {
                all.Add(living);
            }
        }

        return all;
    }

    /// <summary>What two files of the kernel say of a process; null when it is dead.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="stat">Its <c>stat</c>.</param>
    /// <param name="environment">Its <c>environ</c>, read after it; null when it can't be read.</param>
    /// <param name="mark">What to look for.</param>
    public static ProcessSighting? Of(int id, string stat, byte[]? environment, byte[] mark)
    {
        // "pid (name) state parent group …"; the name may hold anything, so the last bracket ends it.
        var words = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return words[StateAt] is "Z" or "X" ? null : new(
            id,
            int.Parse(words[ParentAt], CultureInfo.InvariantCulture),
            int.Parse(words[GroupAt], CultureInfo.InvariantCulture),
            environment is [] && MayYetHaveOne(words) ? null : environment.AsSpan().IndexOf(mark) >= 0);
    }

    // An environment that is empty has a place in memory all the same. The kernel's own threads, and what is ending,
    // have no memory at all; older kernels show the superuser an empty environment of them, too.
    private static bool MayYetHaveOne(string[] words) => words[MemoryAt] != "0"
        && (words[EnvironmentEndAt] == "0" || words[EnvironmentEndAt] != words[EnvironmentStartAt]);

    // Null: it ended while we looked, has no such thing, as the kernel's own, or is another user's.
    private static byte[]? Read(string directory, string file)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(directory, file));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
