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
        return KillAll(marked, pid, limit, stopping).Left;
    }

    /// <summary>Kills every process whose mark begins so and waits until they are gone.</summary>
    /// <param name="family">What their marks begin with.</param>
    /// <param name="limit">How long to wait at most.</param>
    /// <returns>The ids of all that were there, in order, and of what couldn't be killed: usually none.</returns>
    public static (IReadOnlyCollection<int> Found, IReadOnlyList<int> Left) KillMarked(string family, TimeSpan limit)
    {
        using var never = new ManualResetEvent(false);
        return KillAll(Encoding.UTF8.GetBytes($"{RunnerStart.MarkName}={family}"), null, limit, never);
    }

    private static (SortedSet<int> Found, List<int> Left) KillAll(
        byte[] mark, int? group, TimeSpan limit, WaitHandle stopping)
    {
        var found = new SortedSet<int>();
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var seen = ProcessSighting.All(mark);
            var rest = seen.Where(other => other.Group == group || other.IsMarked == true)
                .Select(other => other.Id).ToList();
            if (rest.Count == 0 && seen.TrueForAll(other => other.IsMarked is not null)
                || TimeProvider.System.GetElapsedTime(begun) > limit)
            {
                return (found, rest);
            }

            found.UnionWith(rest);
            rest.ForEach(left => _ = SendSignal(left, SignalKill));
            stopping.WaitOne(Pause);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int pid, int signal);
}
