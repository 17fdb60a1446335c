using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Kobe.Hosting;

/// <summary>A runner's process and all that it started: its group, and whatever left the group but bears its
/// mark.</summary>
internal sealed partial class ProcessFamily(int pid, string mark)
{
    private const int SignalKill = 9;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);
    private readonly byte[] marked = Encoding.UTF8.GetBytes($"{RunnerStart.MarkName}={mark}\0");

    /// <summary>Kills the process and its group, without waiting.</summary>
    public void Kill()
    {
        // The process by itself too: in its first milliseconds it has no group of its own yet.
        _ = SendSignal(-pid, SignalKill);
        _ = SendSignal(pid, SignalKill);
    }

    /// <summary>Kills whatever the dead process left behind and waits until it is gone.</summary>
    /// <param name="limit">How long to wait at most.</param>
    /// <param name="stopping">Ends the wait early.</param>
    /// <returns>The ids of what couldn't be killed: usually none.</returns>
    public IReadOnlyList<int> KillRest(TimeSpan limit, WaitHandle stopping)
    {
        _ = SendSignal(-pid, SignalKill);
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var rest = Living();
            if (rest.Count == 0 || TimeProvider.System.GetElapsedTime(begun) > limit)
            {
                return rest;
            }

            rest.ForEach(left => _ = SendSignal(left, SignalKill));
            stopping.WaitOne(Pause);
        }
    }

    private List<int> Living()
    {
        var living = new List<int>();
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            var isProcess = int.TryParse(Path.GetFileName(directory), out var id);
            if (isProcess && id != Environment.ProcessId && Belongs(directory))
            {
                living.Add(id);
            }
        }

        return living;
    }

    private bool Belongs(string directory)
    {
        try
        {
            // "pid (name) state parent group …"; the name may hold anything, so the last bracket ends it.
            var stat = File.ReadAllText(Path.Combine(directory, "stat"));
            var words = stat[(stat.LastIndexOf(')') + 2)..].Split(' ', 4);
            var dead = words[0] is "Z" or "X";
            return !dead && (int.Parse(words[2], CultureInfo.InvariantCulture) == pid
                || File.ReadAllBytes(Path.Combine(directory, "environ")).AsSpan().IndexOf(marked) >= 0);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked, or is another user's and so never was a runner of ours.
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int pid, int signal);
}
